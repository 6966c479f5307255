import { inflateSync } from 'node:zlib'
import font from './generated/font.json' with { type: 'json' }

export type FontStyle = 'small' | 'large'

/** A monospaced font in one size. */
export type Typeface = {
  readonly width: number
  readonly height: number
  /** How much ink each pixel of a letter has, 0 to 15, row by row. */
  readonly inkOf: (letter: string) => Uint8Array
}

const indexOf = new Map([...font.letters].map((letter, index) => [letter, index]))

/** Letters that the font lacks are replaced by their basic letter, or by `?`. */
const known = (letter: string) =>
  indexOf.get(letter) ?? indexOf.get(letter.normalize('NFD')[0] ?? '') ?? indexOf.get('?') ?? 0

const readStyle = (name: FontStyle): Typeface => {
  const style = font.styles.find((candidate) => candidate.name === name)
  if (style === undefined) throw new Error(`font.json has no style '${name}'`)
  const { width, height } = style
  const ink = inflateSync(Buffer.from(style.ink, 'base64'))
  const size = width * height
  return { width, height, inkOf: (letter) => ink.subarray(known(letter) * size, (known(letter) + 1) * size) }
}

export const typefaces: Readonly<Record<FontStyle, Typeface>> = { small: readStyle('small'), large: readStyle('large') }
