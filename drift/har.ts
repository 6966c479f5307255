import { createReadStream } from 'node:fs'
import { URL } from 'node:url'
import chain from 'stream-chain'
import { parser } from 'stream-json'
import { pick } from 'stream-json/filters/pick.js'
import { streamArray } from 'stream-json/streamers/stream-array.js'
import { UsageError } from '../server/base/errors.js'
import type { Body, Exchange, Headers, Notification } from './exchange.js'

type Part = Readonly<Record<string, unknown>>

const asPart = (value: unknown): Part => (typeof value === 'object' && value !== null ? (value as Part) : {})
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const headersOf = (list: unknown): Headers =>
  Array.isArray(list)
    ? list.map((item): [string, string] => [asText(asPart(item)['name']), asText(asPart(item)['value'])])
    : []

/** Of texts that are kept as base64, as archives have of images, or as they are. */
const bodyOf = (content: Part, size: unknown): Body => {
  const { text, encoding } = content
  if (typeof text === 'string' && text !== '')
    return { bytes: Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8') }
  return { size: typeof size === 'number' && size > 0 ? size : 0 }
}

const base = '/idverify/v1'

/** What stands below the base of Yoti's API in the path of an address. */
const targetIn = (address: unknown): string | undefined => {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { pathname, search } = new URL(address)
  const found = pathname.lastIndexOf(`${base}/`)
  return found === -1 ? undefined : `${pathname.slice(found + base.length)}${search}`
}

const isNotification = ({ bytes }: { readonly bytes: Buffer }) => {
  const start = bytes.toString('utf8', 0, 4096)
  return start.includes('"topic"') && start.includes('"session_id"')
}

/** An entry of an archive; undefined when it is about something else. */
const messageOf = (entry: Part): Exchange | Notification | undefined => {
  const [request, response] = [asPart(entry['request']), asPart(entry['response'])]
  const at = Date.parse(asText(entry['startedDateTime'])) || 0
  const requestBody = bodyOf(asPart(request['postData']), request['bodySize'])
  const requestHeaders = headersOf(request['headers'])
  const method = asText(request['method'])
  const target = targetIn(request['url'])
  if (target === undefined) {
    const isOne = method === 'POST' && 'bytes' in requestBody && isNotification(requestBody)
    return isOne ? { kind: 'notification', at, headers: requestHeaders, body: requestBody } : undefined
  }
  const content = asPart(response['content'])
  const type = asText(content['mimeType'])
  const headers = headersOf(response['headers'])
  // An archive without headers says nothing of them.
  const hasType = type === '' || headers.length === 0 || headers.some(([name]) => name.toLowerCase() === 'content-type')
  return {
    kind: 'exchange',
    at,
    method,
    target,
    requestHeaders,
    requestBody,
    status: Number(response['status']) || 0,
    responseHeaders: hasType ? headers : [...headers, ['content-type', type]],
    responseBody: bodyOf(content, content['size']),
  }
}

/** What is wrong with a text that is no JSON after some entries. */
const problemOf = (count: number) =>
  count === 0
    ? 'is no HAR: it is empty, cut off or no JSON, and has no entries under log.entries'
    : `is cut off or no JSON after ${count} ${count === 1 ? 'entry' : 'entries'}; those were read`

/**
 * Reads an archive of HTTP requests entry by entry, whatever its size. Requests to others than Yoti are skipped.
 * @throws UsageError when it is no such archive
 */
export async function* readHar(path: string): AsyncGenerator<Exchange | Notification> {
  const entries = chain([createReadStream(path), parser(), pick({ filter: 'log.entries' }), streamArray()])
  let count = 0
  try {
    for await (const { value } of entries as AsyncIterable<{ value: unknown }>) {
      count += 1
      const message = messageOf(asPart(value))
      if (message !== undefined) yield message
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (typeof code === 'string' && /^E[A-Z]{2,}$/.test(code)) throw new UsageError(`Cannot read ${path}: ${code}`)
    throw new UsageError(`${path} ${problemOf(count)}`)
  } finally {
    entries.destroy()
  }
  if (count === 0) throw new UsageError(`${path} is no HAR: it has no entries under log.entries`)
}
