import { PDFDocument, type PDFFont, type PDFPage, type RGB, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { encode } from 'uqr'
import type { Person } from '../identity/index.js'
import { createCanvas } from './canvas.js'
import { toWinAnsi } from './win-ansi.js'

export type LetterInput = {
  readonly applicant: Pick<Person, 'fullName' | 'dateOfBirth' | 'address'>
  /** What the person promised to bring, in the order of the instructions. */
  readonly documents: readonly { readonly type: string; readonly country: string }[]
  readonly branch: {
    readonly name: string
    readonly address: string
    readonly post_code: string
    readonly fad_code: string
  }
  /** Milliseconds since 1970: the letter is of no use from then on. */
  readonly deadline: number
  readonly sessionId: string
  /** What the branch's scanner reads; the session's id unless said. */
  readonly qrPayload?: string
}

const black = rgb(0.1, 0.1, 0.12)
const grey = rgb(0.4, 0.42, 0.45)
const red = rgb(0.8, 0.08, 0.13)
const white = rgb(1, 1, 1)

const left = 56
const lineHeight = 17

type Writer = {
  readonly page: PDFPage
  readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont }
}

/** Dots of a QR code with a quiet zone of four, as a PNG. */
const qrPng = (payload: string): Buffer => {
  const { size, data } = encode(payload, { border: 4, ecc: 'M' })
  const dot = 6
  const colours = { paper: [255, 255, 255], inks: { black: [0, 0, 0] } } as const
  const canvas = createCanvas({ width: size * dot, height: size * dot }, colours)
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      if (dark) canvas.fill({ x: x * dot, y: y * dot, width: dot, height: dot }, 'black')
  return canvas.toPng()
}

const wordsOf = (type: string) => {
  const words = type.toLowerCase().replaceAll('_', ' ')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

const dayOf = (at: number) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

type Style = { readonly size?: number; readonly bold?: boolean; readonly colour?: RGB }

const write = ({ page, fonts }: Writer, text: string, at: { x: number; y: number }, style: Style = {}) => {
  const { size = 11, bold = false, colour = black } = style
  page.drawText(toWinAnsi(text), { ...at, size, font: bold ? fonts.bold : fonts.plain, color: colour })
}

/** Breaks a text into lines of at most so many characters; a longer word is cut. */
const wrap = (text: string, length: number): string[] =>
  text.match(new RegExp(`(?:.{1,${length}})(?:\\s+|$)|.{1,${length}}`, 'gu'))?.map((line) => line.trim()) ?? []

/** A heading with lines below it; gives back where the next one may begin. */
const writeSection = (writer: Writer, top: number, heading: string, lines: readonly string[]): number => {
  write(writer, heading, { x: left, y: top }, { size: 13, bold: true, colour: red })
  const wrapped = lines.flatMap((line) => wrap(line, 56))
  for (const [index, line] of wrapped.entries()) write(writer, line, { x: left, y: top - (index + 1.2) * lineHeight })
  return top - (wrapped.length + 2.2) * lineHeight
}

const sectionsOf = ({ applicant, documents, branch, deadline }: LetterInput): [heading: string, lines: string[]][] => [
  [
    'Applicant',
    [applicant.fullName, `Date of birth: ${applicant.dateOfBirth}`, ...applicant.address.formatted_address.split('\n')],
  ],
  ['Documents to bring', documents.map(({ type, country }) => `- ${wordsOf(type)} (${country})`)],
  ['Branch', [branch.name, ...branch.address.split('\n'), branch.post_code, `FAD code: ${branch.fad_code}`]],
  ['Visit by', [dayOf(deadline)]],
  [
    'Further information',
    [
      'Take this letter and the original documents to the branch. They scan the code and photograph the documents.',
      'Any other branch that offers In-Branch Verification can help as well.',
    ],
  ],
]

const drawHead = (writer: Writer) => {
  const { page } = writer
  page.drawRectangle({ x: 0, y: 780, width: page.getWidth(), height: 62, color: red })
  write(writer, 'POST OFFICE', { x: left, y: 803 }, { size: 20, bold: true, colour: white })
  write(writer, 'SPECIMEN', { x: 430, y: 803 }, { size: 20, bold: true, colour: white })
  write(writer, 'In-Branch Verification letter', { x: left, y: 738 }, { size: 20, bold: true })
}

/** The letter as PDF. Nothing in it depends on when it was made, so the same input gives the same bytes. */
export const writeLetter = async (input: LetterInput): Promise<Buffer> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('In-Branch Verification letter (SPECIMEN)')
  pdf.setProducer('mock-yoti')
  const [plain, bold] = await Promise.all([
    pdf.embedFont(StandardFonts.Helvetica),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ])
  const writer = { page: pdf.addPage([595, 842]), fonts: { plain, bold } }
  drawHead(writer)
  const code = await pdf.embedPng(qrPng(input.qrPayload ?? input.sessionId))
  writer.page.drawImage(code, { x: 395, y: 560, width: 150, height: 150 })
  let top = 690
  for (const [heading, lines] of sectionsOf(input)) top = writeSection(writer, top, heading, lines)
  write(writer, `Session ${input.sessionId}`, { x: left, y: 56 }, { size: 9, colour: grey })
  write(writer, 'Made by mock-yoti for tests. Not a real letter.', { x: left, y: 42 }, { size: 9, colour: grey })
  return Buffer.from(await pdf.save())
}
