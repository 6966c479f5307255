import { expect, test } from 'vitest'
import { loadPeople } from '../../server/engine/identity/index.js'
import { type LetterInput, renderLetter } from '../../server/engine/media/index.js'
import { readPdf } from '../support/read-pdf.js'

const { createPerson } = await loadPeople()

const input: LetterInput = {
  applicant: createPerson('one', { reference: Date.parse('2026-03-01T00:00:00Z') }),
  documents: [
    { type: 'PASSPORT', country: 'GBR' },
    { type: 'UTILITY_BILL', country: 'GBR' },
  ],
  branch: { name: 'Sample Town', address: '1 Sample Street\nSample Town', post_code: 'SA1 1AA', fad_code: '1234567' },
  deadline: Date.parse('2026-04-05T22:00:00Z'),
  sessionId: '82465bde-b36c-5527-a56a-b8dd0ecc39a1',
}

test('the letter names the applicant, the documents, the branch and the last day', async () => {
  const { text, pages } = await readPdf(await renderLetter(input))
  expect(pages).toBe(1)
  const { fullName, dateOfBirth, address } = input.applicant
  const said = [
    fullName,
    dateOfBirth,
    address.postal_code,
    'Passport (GBR)',
    'Utility bill (GBR)',
    'Sample Town',
    '1234567',
  ]
  for (const part of [...said, 'SA1 1AA', '5 April 2026', 'In-Branch Verification letter', 'SPECIMEN'])
    expect(text).toContain(part)
})

test('its QR code holds the session’s id, or what was asked for', async () => {
  expect((await readPdf(await renderLetter(input))).qr).toBe(input.sessionId)
  const qrPayload = 'https://example.test/ibv/1234567?x=ü'
  expect((await readPdf(await renderLetter({ ...input, qrPayload }))).qr).toBe(qrPayload)
})

test('of a text that is longer than a page only what the page shows is looked at', async () => {
  const letterTo = (fullName: string, address: string) =>
    renderLetter({ ...input, applicant: { ...input.applicant, fullName }, branch: { ...input.branch, address } })
  const long = await letterTo('x'.repeat(1_000_000), `${'a\n'.repeat(500_000)}`)
  expect(long.equals(await letterTo('x'.repeat(2_016), 'a\n'.repeat(36)))).toBe(true)
  expect(long.equals(await letterTo('x'.repeat(1_960), 'a\n'.repeat(36)))).toBe(false)
})

test('the same letter has the same bytes, another deadline makes another letter', async () => {
  const letter = await renderLetter(input)
  expect((await renderLetter(input)).equals(letter)).toBe(true)
  expect((await renderLetter({ ...input, deadline: input.deadline + 86_400_000 })).equals(letter)).toBe(false)
})

test('names outside Latin-1, line breaks and very long texts do not spoil a letter', async () => {
  const applicant = { ...input.applicant, fullName: `Łucja Đặng 花子\n${'x'.repeat(200)}` }
  const { text } = await readPdf(await renderLetter({ ...input, applicant }))
  expect(text).toContain('Lucja D')
})

test('a letter that holds too much for a page goes on overleaf', async () => {
  const documents = Array.from({ length: 20 }, () => ({ type: 'UTILITY_BILL', country: 'GBR' }))
  const { text, pages } = await readPdf(await renderLetter({ ...input, documents }))
  expect(pages).toBe(2)
  expect(text).toContain('5 April 2026')
})
