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
  // The address holds the session's token.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
})

type Content = {
  readonly status: number
  readonly title: string
  readonly about: string
  readonly main: Markup
  /** Whether the page may send the person on to the relying business. */
  readonly leaves: boolean
}

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
<p><strong>mock-yoti</strong> · ${about}</p>
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
