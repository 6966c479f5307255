import { createHmac } from 'node:crypto'
import { isUuid } from '../server/base/ids.js'

const lengthClasses = [1, 2, 3, 4, 8, 16, 32]

/** Lengths are told apart roughly only: a name is found by its length. */
const lengthClass = (length: number) => lengthClasses.find((one) => length <= one) ?? 64

const isCapitalised = (word: string) => /^\p{Lu}\p{Ll}/u.test(word)

const inventLetters = (word: string): string => {
  const length = lengthClass(word.length)
  if (!/\p{Script=Latin}/u.test(word)) return '字'.repeat(length)
  const isUpper = word === word.toUpperCase()
  const rest = (isUpper ? 'X' : 'x').repeat(length - 1)
  const first = isUpper || isCapitalised(word) ? 'X' : 'x'
  const hasAccent = /\P{ASCII}/u.test(word) && length > 1
  return hasAccent ? `${first}${rest.slice(1)}${isUpper ? 'É' : 'é'}` : `${first}${rest}`
}

/** Numbers, and what mixes letters and digits, as postcodes and numbers of documents do: character by character. */
const inventCharacters = (word: string): string =>
  Array.from(word.slice(0, 32), (character) => {
    if (/\p{N}/u.test(character)) return '1'
    return /\p{Lu}/u.test(character) ? 'X' : 'x'
  }).join('')

const inventWord = (word: string) => (/\p{N}/u.test(word) ? inventCharacters(word) : inventLetters(word))

/** More of a text than this says nothing about its form. */
const longest = 200

const signatures = [
  { start: 'iVBORw0KGgo', type: 'image/png' },
  { start: '/9j/', type: 'image/jpeg' },
  { start: 'JVBERi', type: 'application/pdf' },
] as const

/** What a base64 text holds, as type and size; undefined for a text that is none. */
const describeBase64 = (text: string): string | undefined => {
  const start = text.slice(0, 2000)
  const { type } = signatures.find((one) => text.startsWith(one.start)) ?? {}
  const isLong = text.length > longest && /^[A-Za-z0-9+/_=\s-]+$/.test(start) && !/\s\S{1,20}\s/.test(start)
  if (type === undefined && !isLong) return undefined
  return `base64 of ${type ?? 'bytes'}, ${Math.floor((text.replaceAll(/\s/g, '').length * 3) / 4)} bytes`
}

/** Forms that a reader of the text may check. */
const inventForm = (text: string): string | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return '1990-01-01'
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'xxxx@example.com'
  const [, scheme] = /^([a-z][a-z0-9+.-]{1,20}):\/\//i.exec(text) ?? []
  return scheme === undefined ? undefined : `${/^https?$/i.test(scheme) ? scheme : 'xxxx'}://example.com/xxxx`
}

/** A text of the same form: its words, their cases and rough lengths, its digits and punctuation; nothing that it says. */
export const inventText = (text: string): string => {
  const formed = inventForm(text) ?? describeBase64(text)
  if (formed !== undefined) return formed
  const shown = text.slice(0, longest)
  const invented = shown
    .replaceAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu, (part) =>
      /^[\p{L}\p{M}\p{N}]/u.test(part) ? inventWord(part) : /[\p{ASCII}]/u.test(part) ? part : '?',
    )
    .slice(0, 2 * longest)
  return shown.length < text.length ? `${invented}…` : invented
}

/** A number with the same sign and as many digits before and after the point; nothing stays nothing. */
export const inventNumber = (number: number): number => {
  if (number === 0 || !Number.isFinite(number)) return 0
  const [whole = '0', fraction] = String(Math.abs(number)).split('.')
  if (/e/i.test(String(number))) return Math.sign(number)
  const digits = whole === '0' ? '0' : `1${'0'.repeat(whole.length - 1)}`
  return Math.sign(number) * Number(fraction === undefined ? digits : `${digits}.${'1'.repeat(fraction.length)}`)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Renames ids: the same id always to the same one, and nobody finds the way back without the key. */
export type Rename = (id: string) => string

export const createRename = (key: string): Rename => {
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return (id) => {
    if (isUuid(id)) {
      const hex = digest(id.toLowerCase()).toString('hex')
      // The version and the variant are part of the form.
      const made = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${id[14]}${hex.slice(13, 16)}-${id[19]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
      return id === id.toLowerCase() ? made.toLowerCase() : made.toUpperCase()
    }
    const bytes = digest(id)
    return Array.from(id.slice(0, 128), (character, at) => {
      const byte = bytes[at % bytes.length] ?? 0
      if (/\p{N}/u.test(character)) return String(byte % 10)
      if (/\p{L}|\p{M}/u.test(character)) {
        const letter = letters[byte % letters.length] ?? 'x'
        return /\p{Lu}/u.test(character) ? letter.toUpperCase() : letter
      }
      return /[\p{ASCII}]/u.test(character) ? character : '?'
    }).join('')
  }
}
