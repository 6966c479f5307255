import { encode } from 'fast-png'
import { type FontStyle, typefaces } from './font.js'

export type Colour = readonly [red: number, green: number, blue: number]

/** The colours of an image. Each is mixed with the paper's colour in 16 shades, which makes letters smooth. */
type Inks<Name extends string> = { readonly paper: Colour; readonly inks: Readonly<Record<Name, Colour>> }

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type TextOptions = { readonly style?: FontStyle; readonly scale?: number }

/** An image that is being drawn, in at most sixteen colours. */
export type Canvas<Ink extends string> = {
  readonly width: number
  readonly height: number
  readonly fill: (box: Box, ink: Ink, shade?: number) => void
  /** Rows from `bottom` on are left out. */
  readonly ellipse: (box: Box, ink: Ink, bottom?: number) => void
  /** Writes one line; what does not fit is cut off. */
  readonly text: (text: string, at: { x: number; y: number }, ink: Ink, options?: TextOptions) => void
  readonly toPng: () => Buffer
}

const shades = 16

const paletteOf = ({ paper, inks }: Inks<string>): number[][] =>
  Object.values<Colour>(inks).flatMap((ink) =>
    Array.from({ length: shades }, (_, shade) =>
      paper.map((from, channel) => Math.round(from + (((ink[channel] ?? 0) - from) * shade) / (shades - 1))),
    ),
  )

/** More letters than any image has room for: what is drawn of a longer text is the same. */
export const mostLetters = 1000

export const textWidth = (text: string, { style = 'large', scale = 1 }: TextOptions = {}): number =>
  [...text.slice(0, mostLetters)].length * typefaces[style].width * scale

export const createCanvas = <Ink extends string>(
  { width, height }: { width: number; height: number },
  colours: Inks<Ink>,
): Canvas<Ink> => {
  // Index 0 is the first ink's palest shade: the paper.
  const pixels = new Uint8Array(width * height)
  const order = Object.keys(colours.inks)
  const put = (x: number, y: number, ink: number, shade: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = ink * shades + shade
  }
  const fill: Canvas<Ink>['fill'] = (box, ink, shade = shades - 1) => {
    const [left, right] = [Math.max(0, box.x), Math.min(width, box.x + box.width)]
    for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++)
      pixels.fill(order.indexOf(ink) * shades + shade, y * width + left, y * width + Math.max(left, right))
  }
  const ellipse: Canvas<Ink>['ellipse'] = (box, ink, bottom = height) => {
    const [radiusX, radiusY] = [box.width / 2, box.height / 2]
    for (let row = 0; row < Math.min(box.height, bottom - box.y); row++) {
      const half = radiusX * Math.sqrt(1 - ((row + 0.5 - radiusY) / radiusY) ** 2)
      const x = Math.round(box.x + radiusX - half)
      fill({ x, y: box.y + row, width: Math.round(2 * half), height: 1 }, ink)
    }
  }
  const text: Canvas<Ink>['text'] = (line, at, ink, { style = 'large', scale = 1 } = {}) => {
    const face = typefaces[style]
    const colour = order.indexOf(ink)
    const fitting = Math.ceil((width - at.x) / (face.width * scale))
    for (const [index, letter] of [...line.slice(0, 2 * fitting)].entries()) {
      const inked = face.inkOf(letter)
      for (let y = 0; y < face.height * scale; y++)
        for (let x = 0; x < face.width * scale; x++) {
          const shade = inked[Math.floor(y / scale) * face.width + Math.floor(x / scale)] ?? 0
          if (shade > 0) put(at.x + index * face.width * scale + x, at.y + y, colour, shade)
        }
    }
  }
  const toPng = () =>
    Buffer.from(encode({ width, height, data: pixels, depth: 8, channels: 1, palette: paletteOf(colours) }))
  return { width, height, fill, ellipse, text, toPng }
}
