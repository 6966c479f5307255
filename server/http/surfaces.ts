import { URLSearchParams } from 'node:url'
import type { RequestHandler } from 'express'
import type { AllowedPages } from '../auth/origin.js'
import { YotiError } from '../base/errors.js'
import type { PageDeps } from '../pages/user-view.js'
import { addressOf } from './address.js'
import { checkHeaders } from './check-headers.js'
import { type Document, documentAt } from './documents.js'
import { type Exchange, exchangeOf, type Handle } from './exchange.js'
import { allowHeader, documentMethods, pageMethods, replyToOptions, routedMethod } from './methods.js'
import type { Respond } from './respond.js'
import type { Target } from './target.js'

/** How a handler is mounted: it answers the requests of its surface, all others go on to the next one. */
export const createMount =
  (respond: Respond, pages: AllowedPages) =>
  <Surface extends Target['surface']>(surface: Surface, handle: Handle<Surface>): RequestHandler =>
  (request, response, next) => {
    const exchange = exchangeOf(response)
    if (exchange.target.surface !== surface) return next()
    checkHeaders(request, exchange, pages) // 400, 403
    // Its target is that of the surface.
    const reply = replyToOptions(exchange) ?? handle(exchange as Exchange<Surface>)
    if (!(reply instanceof Promise)) return respond.withReply(response, exchange, reply)
    return reply.then((late) => respond.withReply(response, exchange, late))
  }

/** The documents themselves, as JSON or YAML, with the address that was asked in them. */
export const handleDocument =
  ({ isTls }: { readonly isTls: boolean }): Handle<'document'> =>
  async (exchange) => {
    const { method, target } = exchange
    if (!documentMethods.includes(routedMethod(method)))
      throw new YotiError('METHOD_NOT_ALLOWED', { headers: allowHeader(documentMethods) }) // 405
    const { default: written } =
      target.of === 'yoti'
        ? await import('../openapi/generated/yoti.json', { with: { type: 'json' } })
        : await import('../openapi/generated/control.json', { with: { type: 'json' } })
    const body = documentAt(written as Document, addressOf(exchange, isTls))
    if (target.format === 'json') return { status: 200, body }
    const { writeYaml } = await import('../openapi/write-yaml.js')
    return { status: 200, file: { type: 'application/yaml', bytes: Buffer.from(await writeYaml(body)) } }
  }

/** The console's page and its files, as the build left them. */
export const handleConsole: Handle<'console'> = async ({ method, path, target: { file: name } }) => {
  if (!documentMethods.includes(routedMethod(method)))
    throw new YotiError('METHOD_NOT_ALLOWED', { headers: allowHeader(documentMethods) }) // 405
  // Relative, for servers that are reached below a prefix.
  if (name === '') return { status: 303, headers: { Location: path.endsWith('/') ? '../' : './' } }
  // Most servers never show it.
  const { readConsoleFile } = await import('../console/console-files.js')
  const file = await readConsoleFile(name)
  if (file === undefined)
    throw new YotiError('NOT_FOUND', {
      message: `The console has no file '${name}'. Is its page older than this server? Load / again. In a clone, 'npm run build' makes the files`,
    }) // 404
  return { status: 200, headers: file.headers, file }
}

/** The pages of Yoti's user view. */
export const handlePage =
  (deps: PageDeps): Handle<'page'> =>
  async ({ method, query, bytes }) => {
    if (!pageMethods.includes(routedMethod(method)))
      throw new YotiError('METHOD_NOT_ALLOWED', { headers: allowHeader(pageMethods) }) // 405
    // Most servers never show a page.
    const { userView } = await import('../pages/user-view.js')
    const form = method === 'POST' ? new URLSearchParams((await bytes()).toString('utf8')) : undefined
    const { status, headers, html } = await userView(query, form, deps)
    return { status, page: { headers, html } }
  }
