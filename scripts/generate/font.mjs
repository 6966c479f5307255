// Draws the letters that images show, once, at build time: the server then needs neither a font nor a font reader.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import opentype from 'opentype.js'

const require = createRequire(import.meta.url)

/** Latin with all its accents, Greek, Cyrillic, dashes and quotes. */
const ranges = [
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x1e80, 0x1e85],
  [0x2013, 0x201e],
  [0x20ac, 0x20ac],
  [0xfffd, 0xfffd],
]

const styles = [
  { name: 'small', weight: 400, size: 13, width: 8, height: 16, baseline: 12 },
  { name: 'large', weight: 700, size: 20, width: 12, height: 25, baseline: 19 },
]

/** Samples per pixel, each way. */
const fine = 4

/** A glyph's outline as straight lines, in samples. */
const linesOf = (glyph, { size, baseline }) => {
  const lines = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const to = (nextX, nextY) => {
    lines.push([x * fine, y * fine, nextX * fine, nextY * fine])
    x = nextX
    y = nextY
  }
  for (const command of glyph.getPath(0, baseline, size).commands) {
    if (command.type === 'M') [x, y, startX, startY] = [command.x, command.y, command.x, command.y]
    if (command.type === 'L') to(command.x, command.y)
    if (command.type === 'Q') {
      const [fromX, fromY] = [x, y]
      for (let step = 1; step <= 6; step++) {
        const t = step / 6
        const mix = (a, b, c) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c
        to(mix(fromX, command.x1, command.x), mix(fromY, command.y1, command.y))
      }
    }
    if (command.type === 'C') throw new Error('the font has cubic curves, which this reader does not draw')
    if (command.type === 'Z') to(startX, startY)
  }
  return lines
}

/** How much ink each pixel of a glyph has, 0 to 15: the outline is filled where lines wind around a sample. */
const rasterise = (lines, { width, height }) => {
  const ink = new Uint8Array(width * height)
  for (let row = 0; row < height * fine; row++) {
    const at = row + 0.5
    const crossings = lines
      .filter(([, y1, , y2]) => (y1 <= at && y2 > at) || (y2 <= at && y1 > at))
      .map(([x1, y1, x2, y2]) => ({ x: x1 + ((at - y1) / (y2 - y1)) * (x2 - x1), turn: y1 < y2 ? 1 : -1 }))
      .sort((a, b) => a.x - b.x)
    let winding = 0
    for (const [index, { x, turn }] of crossings.entries()) {
      winding += turn
      if (winding === 0) continue
      const end = Math.min(crossings[index + 1]?.x ?? x, width * fine)
      for (let column = Math.max(0, Math.ceil(x - 0.5)); column + 0.5 < end; column++)
        ink[Math.floor(row / fine) * width + Math.floor(column / fine)] += 1
    }
  }
  return ink.map((samples) => Math.min(15, samples))
}

const drawStyle = async (style, letters) => {
  const path = require.resolve(`@fontsource/dejavu-mono/files/dejavu-mono-latin-${style.weight}-normal.woff`)
  const file = await readFile(path)
  const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength))
  const missing = letters.filter((letter) => font.charToGlyphIndex(letter) === 0)
  if (missing.length > 0) throw new Error(`the font lacks ${missing.join(' ')}`)
  const ink = letters.map((letter) => rasterise(linesOf(font.charToGlyph(letter), style), style))
  const { name, width, height } = style
  return { name, width, height, ink: deflateSync(Buffer.concat(ink)).toString('base64') }
}

/** The text of `font.json`: the letters in order, and per style the ink of each, a byte per pixel, deflated. */
export const drawFont = async () => {
  const letters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .filter((letter) => /\p{L}|\p{N}|\p{P}|\p{S}|\p{Zs}/u.test(letter))
  const drawn = await Promise.all(styles.map((style) => drawStyle(style, letters)))
  return JSON.stringify({ letters: letters.join(''), styles: drawn })
}
