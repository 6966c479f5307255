import { expect, test } from 'vitest'
import { documentFields, loadPeople } from '../../server/engine/identity/index.js'
import { renderDocumentImage, renderFace, renderPortrait } from '../../server/engine/media/index.js'
import { readPicture } from '../support/pixels.js'

const reference = Date.parse('2026-03-01T00:00:00Z')
const { personFromProfile } = await loadPeople()
const person = personFromProfile('one', { full_name: 'Zoë Łucja Ørsted-O’Neil' }, { reference })

const inputOf = (type: string, country: string) => {
  const fields = documentFields(person, { type, country, seed: 'one', reference })
  return { type, country, fields, seed: 'one' }
}

test.each([
  ['PASSPORT', 'GBR'],
  ['DRIVING_LICENCE', 'GBR'],
  ['DRIVING_LICENCE', 'DEU'],
  ['RESIDENCE_PERMIT', 'GBR'],
  ['NATIONAL_ID', 'NLD'],
  ['STATE_ID', 'USA'],
])(
  'the front of a %s of %s shows name, birth date, number and expiry, and that it is a specimen',
  async (type, country) => {
    const input = inputOf(type, country)
    const picture = readPicture(await renderDocumentImage(input))
    const { given_names, family_name, date_of_birth, document_number, expiration_date } = input.fields
    for (const text of [given_names, family_name, date_of_birth, document_number, expiration_date, 'SPECIMEN'])
      expect([text, picture.shows(text ?? '?')]).toEqual([text, true])
    expect(picture.shows('SPECIMAN')).toBe(false)
  },
)

test('a passport shows its machine-readable zone on the front, a residence permit on the back', async () => {
  const passport = inputOf('PASSPORT', 'GBR')
  expect(readPicture(await renderDocumentImage(passport)).shows(passport.fields.mrz?.line2 ?? '?')).toBe(true)
  const permit = inputOf('RESIDENCE_PERMIT', 'GBR')
  const line = [...(permit.fields.mrz?.line1 ?? '?')].join(' ')
  expect(readPicture(await renderDocumentImage({ ...permit, page: 1 })).shows(line)).toBe(true)
  expect(readPicture(await renderDocumentImage(permit)).shows(line)).toBe(false)
})

test('a utility bill shows who sent it, to whom and when', async () => {
  const input = inputOf('UTILITY_BILL', 'GBR')
  const picture = readPicture(await renderDocumentImage(input))
  const { full_name, organisation, date_of_issue, structured_postal_address } = input.fields
  const address = structured_postal_address?.formatted_address.split('\n') ?? []
  for (const text of [full_name, organisation, date_of_issue, ...address, 'UTILITY BILL', 'SPECIMEN'])
    expect([text, picture.shows(text ?? '?')]).toEqual([text, true])
})

test('pages, frames and people have images of their own, and the same input has the same bytes', async () => {
  const input = inputOf('DRIVING_LICENCE', 'GBR')
  const variants = [{}, { page: 1 }, { frame: 1 }, { frame: 2 }, { page: 1, frame: 1 }, { seed: 'two' }]
  const images = await Promise.all(variants.map((variant) => renderDocumentImage({ ...input, ...variant })))
  expect(new Set(images.map((image) => image.toString('base64'))).size).toBe(variants.length)
  expect(await renderDocumentImage(input)).toEqual(images[0])
})

test('portrait and face capture are upright pictures with the name and the word', async () => {
  for (const render of [renderPortrait, renderFace]) {
    const png = await render({ seed: 'one', fullName: person.fullName })
    const { width, height, shows } = readPicture(png)
    expect(height).toBeGreaterThan(width)
    expect(shows('SPECIMEN')).toBe(true)
    expect(shows(person.fullName)).toBe(true)
    expect(await render({ seed: 'one', fullName: person.fullName })).toEqual(png)
    expect(await render({ seed: 'two', fullName: person.fullName })).not.toEqual(png)
  }
})

test('a name in letters that the font lacks, or one without end, is drawn all the same', async () => {
  expect(readPicture(await renderPortrait({ seed: 'one', fullName: '日本花子 Nguyễn 😀' })).width).toBeGreaterThan(0)
  expect(readPicture(await renderFace({ seed: 'one', fullName: 'Ab'.repeat(2_000_000) })).shows('AbAbAb')).toBe(true)
})
