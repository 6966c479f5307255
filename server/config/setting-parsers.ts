// What the text of an option or a variable means: each takes the text and how the caller calls the setting, for messages,
// and throws a UsageError that says what the setting takes.
import { URL } from 'node:url'
import type { KeyFile } from '../auth/key-files.js'
import { oneOf } from '../base/arguments.js'
import { UsageError } from '../base/errors.js'

export const parsePort = (text: string, name: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`${name} takes a number from 0 to 65535; got '${text}'`)
}

/** Seconds, mostly: Node's timers end at once when they are to wait for longer than 24 days. */
const largestNumber = 2_000_000

export const parseNumber = (text: string, name: string): number => {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`${name} takes a number; got '${text}'`)
  if (Number(text) <= largestNumber) return Number(text)
  throw new UsageError(`${name} takes at most ${largestNumber}; got '${text}'`)
}

export const parseCount = (text: string, name: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new UsageError(`${name} takes a whole number from 0 to 999999; got '${text}'`)
}

export const parseRetries = (text: string, name: string): number => {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text)
  throw new UsageError(`${name} takes a whole number from 0 to 100; got '${text}'`)
}

/** Whether what is escaped in a user or a password can be read. */
const isDecodable = ({ username, password }: URL): boolean => {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}

export const parseStore = (text: string, name: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && url.hostname !== '' && /^rediss?:\/\/[^/?#]+(?:\/\d{0,3})?$/.test(text) && isDecodable(url))
    return text
  // It may hold a password, and is not shown.
  throw new UsageError(`${name} takes an address such as redis://user:password@host:6379/0, or rediss:// for TLS`)
}

export const parsePrefix = (text: string, name: string): string => {
  if (/^[\w.:-]{1,64}$/.test(text)) return text
  throw new UsageError(`${name} takes up to 64 letters, digits, and . : - _; got '${text}'`)
}

export const parseText = (text: string): string => text

export const parseOrigins = (text: string, name: string): string[] =>
  text.split(',').map((entry) => {
    const trimmed = entry.trim()
    const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined
    if (url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin
    throw new UsageError(`${name} takes a scheme and a host, such as http://localhost:3000; got '${entry}'`)
  })

export const parseHosts = (text: string, name: string): string[] =>
  text.split(',').map((entry) => {
    const host = entry.trim().toLowerCase()
    if (/^[a-z0-9._-]+$/.test(host) && URL.canParse(`http://${host}`)) return host
    throw new UsageError(
      `${name} takes the name of a host without a scheme or a port, such as mock.example.com; got '${entry}'`,
    )
  })

export const parseSwitch = (text: string, name: string): boolean => oneOf(name, text, ['true', 'false']) === 'true'

export const parseOneOf =
  <Value extends string>(...values: readonly Value[]) =>
  (text: string, name: string): Value =>
    oneOf(name, text, values)

export const parseKeyFiles = (text: string, name: string): KeyFile[] =>
  text.split(',').map((entry) => {
    const [sdkId = '', ...file] = entry.split('=')
    if (sdkId.trim() !== '' && file.join('=') !== '') return { sdkId: sdkId.trim(), file: file.join('=') }
    throw new UsageError(`${name} takes an sdkId and the file of its public key, SDKID=FILE; got '${entry}'`)
  })
