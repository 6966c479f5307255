import { type DocumentFields, documentKind } from '../identity/index.js'
import { type Box, type Canvas, type Colour, createCanvas, mostLetters, textWidth } from './canvas.js'
import { drawFace, type FaceInk, faceInks } from './portrait.js'
import { type Line, linesOf } from './printed-lines.js'

export type DocumentImageInput = {
  readonly type: string
  readonly country: string
  /** The text of the document: `documentFields` of the same type and country. */
  readonly fields: DocumentFields
  /** The seed of the face; the same as for `renderPortrait`. */
  readonly seed: string
  /** 0 is the front; cards have a back, 1. */
  readonly page?: number
  /** 0 is the page's own image; the frames from 1 on are shot from a slightly different place. */
  readonly frame?: number
}

type Ink = FaceInk | 'print' | 'label' | 'band' | 'mark' | 'white'

const bands: Readonly<Record<string, Colour>> = {
  passport: [122, 28, 48],
  'british-licence': [170, 70, 120],
  'state-card': [36, 84, 150],
  'foreign-licence': [200, 110, 140],
  'residence-permit': [60, 90, 140],
  'identity-card': [50, 110, 120],
  supplementary: [40, 100, 70],
}

const paper: Colour = [246, 244, 238]

const createPage = (input: DocumentImageInput, size: { width: number; height: number }): Canvas<Ink> =>
  createCanvas<Ink>(size, {
    paper,
    inks: {
      print: [24, 26, 32],
      label: [98, 104, 112],
      band: bands[documentKind(input.type, input.country)] ?? [60, 60, 60],
      mark: [228, 216, 220],
      white: [255, 255, 255],
      ...faceInks(input.seed),
    },
  })

const word = 'SPECIMEN'

/** The word in pale letters as wide as the box, behind everything else. */
const drawMark = (canvas: Canvas<Ink>, { x, y, width }: Box) => {
  const scale = Math.floor(width / textWidth(word))
  canvas.text(word, { x: x + Math.floor((width - textWidth(word, { scale })) / 2), y }, 'mark', { scale })
}

const drawBand = (canvas: Canvas<Ink>, title: string) => {
  canvas.fill({ x: 0, y: 0, width: canvas.width, height: 54 }, 'band')
  // White on the band: letters mix with the paper's colour, which is nearly white too.
  canvas.text(title, { x: 24, y: 16 }, 'white')
  canvas.text(word, { x: canvas.width - 24 - textWidth(word), y: 16 }, 'white')
}

/** Writes lines below each other, each label above its text, in as many columns as needed. */
const drawLines = (canvas: Canvas<Ink>, lines: readonly Line[], area: Box) => {
  const perColumn = Math.floor(area.height / 44)
  const columns = Math.max(1, Math.ceil(lines.length / perColumn))
  const width = Math.floor(area.width / columns)
  for (const [index, { label, text }] of lines.entries()) {
    const x = area.x + Math.floor(index / perColumn) * width
    const y = area.y + (index % perColumn) * 44
    canvas.text(label, { x, y }, 'label', { style: 'small' })
    const style = textWidth(text) > width - 8 ? 'small' : 'large'
    canvas.text(text.slice(0, Math.floor((width - 8) / textWidth('x', { style }))), { x, y: y + 15 }, 'print', {
      style,
    })
  }
}

const drawZone = (canvas: Canvas<Ink>, { mrz }: DocumentFields) => {
  const lines = mrz === undefined ? [] : [mrz.line1, mrz.line2, ...(mrz.type === 1 ? [mrz.line3] : [])]
  const top = canvas.height - 20 - lines.length * 28
  const spread = lines.map((line) => [...line].join(mrz?.type === 1 ? ' ' : ''))
  for (const [index, line] of spread.entries()) canvas.text(line, { x: 36, y: top + index * 28 }, 'print')
}

/** A booklet's page or a card's side, ten pixels to the millimetre; the back of a card is page 1. */
const drawIdentity = (input: DocumentImageInput, shift: number): Canvas<Ink> => {
  const { type, country, fields, seed, page = 0 } = input
  const canvas = createPage(input, { width: 860, height: 560 })
  const zone = fields.mrz?.type === 2 || page > 0
  drawMark(canvas, { x: 250, y: 250, width: 600, height: 160 })
  drawBand(canvas, `${country} ${type.replaceAll('_', ' ')}${page > 0 ? ' - BACK' : ''}`)
  if (page === 0) drawFace(canvas, { x: 30 + shift, y: 90 + shift, width: 210, height: 270 }, seed)
  const left = page === 0 ? 264 : 36
  const lines = linesOf(fields).filter(({ side }) => side === (page === 0 ? 'front' : 'back'))
  drawLines(canvas, lines, { x: left + shift, y: 76 + shift, width: 830 - left, height: zone ? 400 : 476 })
  if (zone) drawZone(canvas, fields)
  return canvas
}

/** A letter or a bill with its sender, recipient and date. */
const drawPaper = (input: DocumentImageInput, shift: number): Canvas<Ink> => {
  const { type, fields } = input
  const canvas = createPage(input, { width: 620, height: 876 })
  drawMark(canvas, { x: 10, y: 440, width: 600, height: 160 })
  drawBand(canvas, fields.organisation ?? input.country)
  const address = fields.structured_postal_address?.formatted_address.slice(0, mostLetters).split('\n') ?? []
  for (const [index, line] of [fields.full_name, ...address].entries())
    canvas.text(line, { x: 48 + shift, y: 120 + index * 28 + shift }, 'print')
  canvas.text(type.replaceAll('_', ' '), { x: 48 + shift, y: 330 + shift }, 'band')
  const lines = linesOf(fields).filter(({ key }) => key !== 'structured_postal_address')
  drawLines(canvas, lines, { x: 48 + shift, y: 380 + shift, width: 520, height: 440 })
  return canvas
}

/** A PNG of one page of a document, readable by people and text recognition, marked as a specimen. */
export const drawDocument = (input: DocumentImageInput): Buffer => {
  const shift = (input.frame ?? 0) * 3
  const paperDocument = documentKind(input.type, input.country) === 'supplementary'
  return (paperDocument ? drawPaper(input, shift) : drawIdentity(input, shift)).toPng()
}
