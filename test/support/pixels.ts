import { PNG } from 'pngjs'
import { type Typeface, typefaces } from '../../server/engine/media/font.js'

/** One number for the colour of each pixel. */
const decodePng = (png: Buffer) => {
  const { width, height, data } = PNG.sync.read(png)
  return { width, height, colours: new Uint32Array(data.buffer, data.byteOffset, width * height) }
}

type Sample = { x: number; y: number; inked: boolean }

/** Where a text has full ink and where none at all, by turns: a plain ground then fails at the second look. */
const samplesOf = (text: string, { width, inkOf }: Typeface): Sample[] => {
  const samples = [...text].flatMap((letter, index) =>
    [...inkOf(letter)].map((ink, at) => ({ x: index * width + (at % width), y: Math.floor(at / width), ink })),
  )
  const inked = samples.filter(({ ink }) => ink === 15).map(({ x, y }) => ({ x, y, inked: true }))
  const bare = samples.filter(({ ink }) => ink === 0).map(({ x, y }) => ({ x, y, inked: false }))
  return inked.flatMap((sample, index) => [sample, ...bare.slice(index, index + 1)]).concat(bare.slice(inked.length))
}

const finds = ({ width, height, colours }: ReturnType<typeof decodePng>, text: string, face: Typeface) => {
  const samples = samplesOf(text, face).map(({ x, y, inked }) => ({ at: y * width + x, inked }))
  const first = samples[0]?.at ?? 0
  for (let y = 0; y <= height - face.height; y++)
    for (let x = 0; x <= width - face.width * [...text].length; x++) {
      const from = y * width + x
      const ink = colours[from + first]
      if (samples.every(({ at, inked }) => (colours[from + at] === ink) === inked)) return true
    }
  return false
}

/** A picture as an independent decoder reads it. */
export type Picture = {
  readonly width: number
  readonly height: number
  /** Whether it shows the text somewhere, in letters of one colour that the ground around them does not have. */
  readonly shows: (text: string) => boolean
}

export const readPicture = (png: Buffer): Picture => {
  const decoded = decodePng(png)
  const { width, height } = decoded
  return { width, height, shows: (text) => Object.values(typefaces).some((face) => finds(decoded, text, face)) }
}
