import { type Canvas, type Colour, createCanvas, textWidth } from './canvas.js'
import { drawFace, type FaceInk, faceInks } from './portrait.js'

export type FaceImageInput = {
  /** The same seed gives the same face on documents, portraits and captures. */
  readonly seed: string
  /** Written below the face. */
  readonly fullName: string
}

const paper: Colour = [250, 250, 248]

const drawWith = (
  { seed, fullName }: FaceImageInput,
  size: { width: number; height: number },
  caption: string,
): Canvas<FaceInk | 'print' | 'mark'> => {
  const colours = { paper, inks: { print: [24, 26, 32] as Colour, mark: [190, 40, 60] as Colour, ...faceInks(seed) } }
  const canvas = createCanvas<FaceInk | 'print' | 'mark'>(size, colours)
  const { width, height } = size
  drawFace(canvas, { x: 0, y: 0, width, height: height - 64 }, seed)
  const centred = (text: string) => Math.max(4, Math.floor((width - textWidth(text)) / 2))
  canvas.text(caption, { x: centred(caption), y: height - 60 }, 'mark')
  const style = textWidth(fullName) > width - 8 ? 'small' : 'large'
  const x = Math.max(4, Math.floor((width - textWidth(fullName, { style })) / 2))
  canvas.text(fullName, { x, y: height - 30 }, 'print', { style })
  return canvas
}

/** The photo cut out of a document. */
export const drawPortrait = (input: FaceImageInput): Buffer =>
  drawWith(input, { width: 280, height: 424 }, 'SPECIMEN').toPng()

/** The photo that was taken of the person in the branch or at home. */
export const drawFaceCapture = (input: FaceImageInput): Buffer =>
  drawWith(input, { width: 480, height: 704 }, 'SPECIMEN FACE CAPTURE').toPng()
