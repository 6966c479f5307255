import { PDFDocument, type PDFFont, type PDFPage, type RGB, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { fittedLines, type LetterInput, type LetterSection, letterSections } from './letter-text.js'
import { drawQrCode } from './qr-code.js'
import { toWinAnsi } from './win-ansi.js'

const black = rgb(0.1, 0.1, 0.12)
const grey = rgb(0.4, 0.42, 0.45)
const red = rgb(0.8, 0.08, 0.13)
const white = rgb(1, 1, 1)

/** A4, in points. */
const pageSize: [number, number] = [595, 842]
const left = 56
const lineHeight = 17
const bottom = 80

type Writer = {
  readonly page: PDFPage
  readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont }
}

type Style = { readonly size?: number; readonly bold?: boolean; readonly colour?: RGB }

const write = ({ page, fonts }: Writer, text: string, at: { x: number; y: number }, style: Style = {}) => {
  const { size = 11, bold = false, colour = black } = style
  page.drawText(toWinAnsi(text), { ...at, size, font: bold ? fonts.bold : fonts.plain, color: colour })
}

const writeSection = (writer: Writer, top: number, section: LetterSection) => {
  write(writer, section.heading, { x: left, y: top }, { size: 13, bold: true, colour: red })
  for (const [index, line] of fittedLines(section).entries())
    write(writer, line, { x: left, y: top - (index + 1.2) * lineHeight })
}

/** Writes the sections below each other, on as many pages as needed. */
const writeSections = (first: Writer, sections: readonly LetterSection[], addPage: () => PDFPage) => {
  let [writer, top] = [first, 690]
  for (const section of sections) {
    const height = (fittedLines(section).length + 2.2) * lineHeight
    if (top - height < bottom) [writer, top] = [{ ...writer, page: addPage() }, 780]
    writeSection(writer, top, section)
    top -= height
  }
}

const writeHead = (writer: Writer) => {
  writer.page.drawRectangle({ x: 0, y: 780, width: pageSize[0], height: 62, color: red })
  write(writer, 'POST OFFICE', { x: left, y: 803 }, { size: 20, bold: true, colour: white })
  write(writer, 'SPECIMEN', { x: 430, y: 803 }, { size: 20, bold: true, colour: white })
  write(writer, 'In-Branch Verification letter', { x: left, y: 738 }, { size: 20, bold: true })
}

const writeFoot = (writer: Writer, sessionId: string) => {
  write(writer, `Session ${sessionId}`, { x: left, y: 56 }, { size: 9, colour: grey })
  write(writer, 'Made by mock-yoti for tests. Not a real letter.', { x: left, y: 42 }, { size: 9, colour: grey })
}

/** The letter as PDF. It contains no creation date, so the same input gives the same bytes. */
export const writeLetter = async (input: LetterInput): Promise<Buffer> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('In-Branch Verification letter (SPECIMEN)')
  pdf.setProducer('mock-yoti')
  const plain = await pdf.embedFont(StandardFonts.Helvetica)
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold)
  const writer = { page: pdf.addPage(pageSize), fonts: { plain, bold } }
  writeHead(writer)
  const code = await pdf.embedPng(drawQrCode(input.qrPayload ?? input.sessionId))
  writer.page.drawImage(code, { x: 395, y: 560, width: 150, height: 150 })
  writeFoot(writer, input.sessionId)
  writeSections(writer, letterSections(input), () => pdf.addPage(pageSize))
  return Buffer.from(await pdf.save())
}
