import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { URL } from 'node:url'

/** A file of the console, as it is sent. */
export type ConsoleFile = {
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
}

/** Nothing is loaded from elsewhere, nothing runs that is not a file of ours, and no page shows this one in a frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A name with the hash of its content never changes what it names. */
const hasHash = (name: string) => /^-[A-Z0-9]{8}$/.test(name.slice(name.lastIndexOf('.') - 9, name.lastIndexOf('.')))

const headersOf = (name: string, extension: string): Readonly<Record<string, string>> => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control':
    extension === 'html' ? 'no-store' : hasHash(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  ...(extension === 'html' && { 'Content-Security-Policy': policy, 'Cross-Origin-Opener-Policy': 'same-origin' }),
})

/** The build's `console/`: beside the bundle, or in `dist/` of the sources. */
const findFolder = (at: URL = new URL('./', import.meta.url)): URL | undefined => {
  for (const path of ['console/', 'dist/console/'])
    if (existsSync(new URL(`${path}index.html`, at))) return new URL(path, at)
  const parent = new URL('../', at)
  return parent.href === at.href ? undefined : findFolder(parent)
}

/** A file of the built console; nothing is kept, so that a server whose console nobody opens pays nothing for it. */
export const readConsoleFile = async (name: string): Promise<ConsoleFile | undefined> => {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const type = types[extension]
  const folder = findFolder()
  if (type === undefined || folder === undefined || !/^[\w-][\w.-]*$/.test(name)) return undefined
  try {
    return { type, headers: headersOf(name, extension), bytes: await readFile(new URL(name, folder)) }
  } catch {
    return undefined
  }
}
