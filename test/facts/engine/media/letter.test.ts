import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { type LetterInput, renderLetter } from '../../../../server/engine/media/index.js'
import { wrap } from '../../../../server/engine/media/letter-text.js'
import { readPdf } from '../../../support/read-pdf.js'
import { zoe } from '../identity/zoe.js'

// Yoti docs, "Instructions": the letter has applicant data, the documents, the branch, further information and a QR code,
// is Post Office branded, and is called "In-Branch Verification letter". It prints the date of the deadline only.
const letter = (documents: number, rest: Partial<LetterInput> = {}): LetterInput => ({
  applicant: zoe,
  documents: Array.from({ length: documents }, () => ({ type: 'UTILITY_BILL', country: 'GBR' })),
  branch: { name: 'Sample Town', address: '1 Sample Street\nSample Town', post_code: 'SA1 1AA', fad_code: '1234567' },
  deadline: Date.parse('2026-04-05T22:00:00Z'),
  sessionId: '82465bde-b36c-5527-a56a-b8dd0ecc39a1',
  ...rest,
})

/** Every text of each page as `x y text`, from an independent reader; the page's size before it. */
const pagesOf = async (input: LetterInput) => {
  await readPdf(await renderLetter(input))
  const pdf = await getDocumentProxy(new Uint8Array(await renderLetter(input)))
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1)
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item: { readonly str?: string; readonly transform?: readonly number[] }) => {
        const [, , , , x, y] = item.transform ?? []
        if (item.str === undefined || item.str.trim() === '') return []
        return [`${Math.round(Number(x))} ${Math.round(Number(y))} ${item.str}`]
      })
      return [page.view.join(' '), ...texts]
    }),
  )
}

const head = ['0 0 595 842', '56 803 POST OFFICE', '430 803 SPECIMEN', '56 738 In-Branch Verification letter']
const foot = [
  '56 56 Session 82465bde-b36c-5527-a56a-b8dd0ecc39a1',
  '56 42 Made by mock-yoti for tests. Not a real letter.',
]
const applicant = [
  '56 690 Applicant',
  '56 670 Zoë Ann Morgan',
  '56 653 Date of birth: 1976-05-03',
  '56 636 26 Station Road',
  '56 619 Glasgow',
  '56 602 G4 5XG',
]
const information = [
  'Take this letter and the original documents to the',
  'branch. They scan the code and photograph the documents.',
  'Any other branch that offers In-Branch Verification can',
  'help as well.',
]
const bill = '- Utility bill (GBR)'
const [branch, street, town] = ['Branch', '1 Sample Street', 'Sample Town']

test('a letter on one A4 page', async () => {
  expect(await pagesOf(letter(1))).toEqual([
    [
      ...head,
      ...foot,
      ...applicant,
      '56 568 Documents to bring',
      `56 547 ${bill}`,
      `56 513 ${branch}`,
      `56 493 ${town}`,
      `56 476 ${street}`,
      `56 459 ${town}`,
      '56 442 SA1 1AA',
      '56 425 FAD code: 1234567',
      '56 391 Visit by',
      '56 370 5 April 2026',
      '56 336 Further information',
      ...information.map((line, index) => `56 ${[316, 299, 282, 265][index]} ${line}`),
    ],
  ])
})

test('nine documents fit on the page; with ten the last section goes overleaf, from the top on', async () => {
  expect((await pagesOf(letter(9))).map((page) => page.length)).toEqual([35])
  const [, second] = await pagesOf(letter(10))
  expect(second).toEqual([
    '0 0 595 842',
    '56 780 Further information',
    ...information.map((line, index) => `56 ${[760, 743, 726, 709][index]} ${line}`),
  ])
})

test('a section has at most 36 lines', async () => {
  const pages = await pagesOf(letter(50))
  expect(pages.flat().filter((text) => text.endsWith(bill))).toHaveLength(36)
  expect(pages).toHaveLength(3)
})

test('documents are written in words', async () => {
  const documents = [
    { type: 'PASSPORT', country: 'FRA' },
    { type: 'BIRTH_CERTIFICATE_UNDER_12_MONTHS', country: 'GBR' },
  ]
  const [page = []] = await pagesOf(letter(0, { documents }))
  expect(page).toContain('56 547 - Passport (FRA)')
  expect(page).toContain('56 530 - Birth certificate under 12 months (GBR)')
})

test('the QR code holds the session unless another text was asked for', async () => {
  expect((await readPdf(await renderLetter(letter(1)))).qr).toBe('82465bde-b36c-5527-a56a-b8dd0ecc39a1')
  expect((await readPdf(await renderLetter(letter(1, { qrPayload: 'other' })))).qr).toBe('other')
})

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two', 7, ['one two']],
  ['one two', 6, ['one', 'two']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['', 5, []],
])('%j in lines of %d', (text, length, lines) => {
  expect(wrap(text, length)).toEqual(lines)
})
