import { createHash } from 'node:crypto'
import type { Box, Canvas, Colour } from './canvas.js'

/** The inks that a drawn face needs. */
export type FaceInk = 'backdrop' | 'skin' | 'hair' | 'clothes' | 'features'

const skins: readonly Colour[] = [
  [244, 208, 177],
  [224, 172, 135],
  [187, 129, 90],
  [141, 92, 62],
  [96, 62, 44],
]
const black: Colour = [26, 20, 20]
const grey: Colour = [160, 160, 162]
const hairs: readonly Colour[] = [black, [92, 58, 36], [150, 104, 52], [198, 160, 96], grey]
const clothes: readonly Colour[] = [
  [40, 62, 98],
  [96, 44, 52],
  [52, 88, 66],
  [84, 84, 92],
]

const numbersOf = (seed: string) => createHash('sha256').update(`${seed}/face`).digest()
const choose = (colours: readonly Colour[], number = 0): Colour => colours[number % colours.length] ?? [0, 0, 0]

/** The colours of the face for a seed. */
export const faceInks = (seed: string): Record<FaceInk, Colour> => {
  const [skin = 0, hair, cloth] = numbersOf(seed)
  const dark = skin % skins.length > 2
  return {
    backdrop: [214, 222, 228],
    skin: choose(skins, skin),
    // With dark skin the hair is darker or grey, so that the face stands out.
    hair: choose(dark ? [black, grey] : hairs, hair),
    clothes: choose(clothes, cloth),
    features: [52, 40, 38],
  }
}

/** Draws a plain face with shoulders that fills the box. Seeds differ in hair and proportions; nobody real is shown. */
export const drawFace = (canvas: Canvas<FaceInk>, { x, y, width, height }: Box, seed: string): void => {
  const numbers = numbersOf(seed)
  const part = (left: number, top: number, wide: number, high: number): Box => ({
    x: Math.round(x + left * width),
    y: Math.round(y + top * height),
    width: Math.round(wide * width),
    height: Math.round(high * height),
  })
  const wide = 0.4 + ((numbers[3] ?? 0) % 5) * 0.02
  const long = ((numbers[4] ?? 0) % 3) * 0.14
  const left = (1 - wide) / 2
  canvas.fill({ x, y, width, height }, 'backdrop')
  canvas.ellipse(part(left - 0.06, 0.12, wide + 0.12, 0.42 + long), 'hair')
  canvas.ellipse(part(0.1, 0.74, 0.8, 0.5), 'clothes', y + height)
  canvas.fill(part(0.41, 0.58, 0.18, 0.18), 'skin')
  canvas.ellipse(part(left, 0.2, wide, 0.46), 'skin')
  canvas.ellipse(part(0.38, 0.4, 0.06, 0.03), 'features')
  canvas.ellipse(part(0.56, 0.4, 0.06, 0.03), 'features')
  canvas.ellipse(part(0.48, 0.5, 0.04, 0.015), 'features')
  canvas.ellipse(part(0.42, 0.55, 0.16, 0.025), 'features')
}
