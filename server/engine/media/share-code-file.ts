import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import type { LetterInput } from './letter-text.js'
import { toWinAnsi } from './win-ansi.js'

export type ShareCodeInput = Pick<LetterInput, 'sessionId'> & {
  readonly applicant: Pick<LetterInput['applicant'], 'fullName' | 'dateOfBirth'>
}

/** More than the page is wide. */
const longest = 200

/** A page that shows the person of a share code. */
export const writeShareCode = async ({ applicant, sessionId }: ShareCodeInput): Promise<Buffer> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Right to work (SPECIMEN)')
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const lines = ['SPECIMEN', applicant.fullName, `Date of birth: ${applicant.dateOfBirth}`, `Session ${sessionId}`]
  for (const [index, line] of lines.entries())
    page.drawText(toWinAnsi(line.slice(0, longest)), { x: 56, y: 760 - index * 24, size: 14, font })
  return Buffer.from(await pdf.save())
}
