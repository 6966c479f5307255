import { createHash } from 'node:crypto'
import { html, Markup } from './markup.js'
import { style } from './style.js'

/** A page, or where the browser goes instead. */
export type Page = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing is loaded and nothing runs. Forms may lead on, by a redirect, to where the session says. */
const policy = (leavesFor: boolean) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self'${leavesFor ? ' http: https:' : ''}`,
    "base-uri 'none'",
  ].join('; ')

const headersOf = (leaves: boolean) => ({
  'Content-Security-Policy': policy(leaves),
  // The address holds the session's token. Browsers that may send no referrer at all send `Origin: null` with a form.
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
})

// Teams show Yoti's page in a frame of their own, which runs on this machine while they develop it.
const localFrames = ['localhost', '127.0.0.1'].flatMap((host) => [`http://${host}:*`, `https://${host}:*`])

/** A page that only pages of this server, of this machine and of some origins can show in a frame. */
export const framedBy = (page: Page, origins: readonly string[]): Page => ({
  ...page,
  headers: {
    ...page.headers,
    'Content-Security-Policy': [
      page.headers['Content-Security-Policy'],
      ['frame-ancestors', "'self'", ...localFrames, ...origins].join(' '),
    ].join('; '),
  },
})

type Content = {
  readonly status: number
  readonly title: string
  readonly about: string
  readonly main: Markup
  /** Whether the page may send the person on to the relying business. */
  readonly leaves: boolean
}

/** The mark of the console, so that it is plain whose pages these are. */
const mark = html`<svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0a5c63"/><path d="M8 23V9.5l8 8 8-8V23" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`

/** A whole page. */
export const layOut = ({ status, title, about, main, leaves }: Content): Page => ({
  status,
  headers: headersOf(leaves),
  html: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – mock-yoti</title>
<style>${new Markup(style)}</style>
</head>
<body>
<header>
<p>${mark}<strong>mock-yoti</strong><span>${about}</span></p>
<h1>${title}</h1>
</header>
<main>
${main}
</main>
<footer>A stand-in for tests. It is not Yoti’s, and nothing here is about a real person.</footer>
</body>
</html>
`.text,
})

/** Sends the browser elsewhere, with a GET. */
export const goTo = (location: string): Page => ({
  status: 303,
  headers: { ...headersOf(false), Location: location },
  html: '',
})
