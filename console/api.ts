import SwaggerUI from 'swagger-ui-dist/swagger-ui-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'
import './style/api.css'
import { canSign, sign } from './core/demo-signature.js'

/** A request that the page is about to send, as the library hands it over. */
type Sending = {
  url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: unknown
  /** Of the document itself. */
  readonly loadSpec?: boolean
}

const documents = { yoti: '../openapi.json', control: '../__mock/openapi.json' }

const asked = new URLSearchParams(location.search).get('document') === 'control' ? 'control' : 'yoti'

/** Signs what goes to Yoti's API with the demo application's key. Nothing is ever sent to another host. */
const prepare = async (request: Sending): Promise<Sending> => {
  if (request.loadSpec === true) return request
  const url = new URL(request.url, location.href)
  if (url.origin !== location.origin) throw new Error(`This page sends nothing to ${url.origin}`)
  const isSignable = request.body === undefined || typeof request.body === 'string'
  if (asked === 'yoti' && canSign() && isSignable && request.headers['Authorization'] === undefined) {
    const signed = await sign(url, request.method, request.body as string | undefined)
    request.url = signed.url
    Object.assign(request.headers, signed.headers)
  }
  return request
}

const show = (id: string) => document.getElementById(id) as HTMLElement

for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
  if (link.search === `?document=${asked}`) link.setAttribute('aria-current', 'page')

show('signing').textContent =
  asked === 'control'
    ? ''
    : canSign()
      ? 'Requests that you try are signed with the demo key.'
      : 'Requests that you try are not signed: browsers sign on https and on this machine only.'

// The library follows a class, not the browser.
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()

SwaggerUI({
  url: documents[asked],
  domNode: show('reference'),
  // It would ask a server of the library's authors.
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  showMutatedRequest: true,
  requestInterceptor: prepare,
})
