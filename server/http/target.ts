import { findHeader } from '../base/find-header.js'

/** What a request-target addresses, below the base that it was sent to. */
export type Target =
  | { readonly surface: 'yoti'; readonly path: string; readonly base: string; readonly scenarioId?: string }
  | { readonly surface: 'control'; readonly path: string; readonly base: string }
  | { readonly surface: 'oauth' }
  | { readonly surface: 'page' }
  | { readonly surface: 'document'; readonly of: 'yoti' | 'control'; readonly format: 'json' | 'yaml' }
  /** The file is a name below `/__console`; empty for `/__console` itself. */
  | { readonly surface: 'console'; readonly file: string }
  | { readonly surface: 'none'; readonly path: string }

/** Yoti's base path. */
export const yotiBase = '/idverify/v1'
export const controlBase = '/__mock'
/** Where the console has its files. Its page is `/`. */
export const consoleBase = '/__console'
/** The token service has a host of its own at Yoti, and no base path. */
export const tokenPath = '/v1/oauth/token'

const formats = ['json', 'yaml'] as const
const documents: ReadonlyMap<string, Target> = new Map(
  formats.flatMap((format): [string, Target][] => [
    [`/openapi.${format}`, { surface: 'document', of: 'yoti', format }],
    [`${controlBase}/openapi.${format}`, { surface: 'document', of: 'control', format }],
  ]),
)

/** Whether a base is the sandbox's. */
export const isSandbox = (base: string): boolean => base.includes('/sandbox/')

/** Whether a request came from an application, not from whoever looks at or drives the server. */
export const isFromApplications = ({ surface }: Target): boolean =>
  surface !== 'control' && surface !== 'document' && surface !== 'page' && surface !== 'console'

/** Where Yoti has its user view: below the base that an SDK is given, or on the host itself. */
const userViewPath = /^(?:(?:\/scenario\/[^/]+)?(?:\/sandbox)?\/idverify\/v1)?\/web\/index\.html$/

const underYoti = /^((?:\/scenario\/([^/]+))?(?:\/sandbox)?\/idverify\/v1)(?=\/|$)/

/** Some SDKs join base and path with two slashes, and sign one: doubled and trailing slashes do not count. */
const normalise = (path: string) =>
  path.endsWith('/') || path.includes('//') ? path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1') : path

/** A scenario's id in a path: clients that build URLs write `:` before a member as `%3A` and `@` before a document as `%40`. */
const decodeId = (id: string) => id.replace(/%3A/gi, ':').replaceAll('%40', '@')

/**
 * A request-target as a path: clients that take this server for their proxy send the whole URL, whose host does not matter
 * here.
 */
export const originForm = (url: string): string => {
  if (url.startsWith('/') || url === '*') return url
  const rest = url.replace(/^https?:\/\/[^/?#]*/i, '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** What a browser asks for that looks at the server: anybody else is told where things are. */
const consoleTarget = (path: string, rawHeaders: readonly string[]): Target | undefined => {
  if (path === '/')
    return findHeader(rawHeaders, 'accept')?.includes('text/html') === true
      ? { surface: 'console', file: 'index.html' }
      : undefined
  if (path === '/favicon.ico') return { surface: 'console', file: 'favicon.svg' }
  if (path === consoleBase) return { surface: 'console', file: '' }
  if (!path.startsWith(`${consoleBase}/`)) return undefined
  const name = path.slice(consoleBase.length + 1)
  return { surface: 'console', file: name.includes('.') ? name : `${name}.html` }
}

/** @param url the request-target as received */
export const parseTarget = (url: string, rawHeaders: readonly string[] = []): Target => {
  const queryAt = url.indexOf('?')
  const path = normalise(queryAt === -1 ? url : url.slice(0, queryAt))
  if (path.endsWith('.html') && userViewPath.test(path)) return { surface: 'page' }
  const yoti = underYoti.exec(path)
  if (yoti !== null) {
    const [, base = yotiBase, scenarioId] = yoti
    const below = { surface: 'yoti', path: path.slice(base.length) || '/', base } as const
    return scenarioId === undefined ? below : { ...below, scenarioId: decodeId(scenarioId) }
  }
  if (path === tokenPath) return { surface: 'oauth' }
  const document = documents.get(path)
  if (document !== undefined) return document
  if (path === controlBase || path.startsWith(`${controlBase}/`))
    return { surface: 'control', path: path.slice(controlBase.length) || '/', base: controlBase }
  return consoleTarget(path, rawHeaders) ?? { surface: 'none', path }
}
