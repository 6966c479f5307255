import { expect, test } from 'vitest'
import { documentFields } from '../../../../server/engine/identity/index.js'
import { reference, zoe } from './zoe.js'

test('a British licence names the country of birth of a foreigner, a foreign licence the place', () => {
  const licence = (country: string, nationality: string) =>
    documentFields({ ...zoe, nationality }, { type: 'DRIVING_LICENCE', country, seed: 'one', reference }).place_of_birth
  expect([licence('GBR', 'GBR'), licence('GBR', 'IND'), licence('FRA', 'IND')]).toEqual([
    'UNITED KINGDOM',
    'INDIA',
    'Leeds',
  ])
})

test('whoever has a single name has no given names on a document', () => {
  const fields = documentFields(
    { ...zoe, givenNames: '' },
    { type: 'STATE_ID', country: 'USA', seed: 'one', reference },
  )
  expect(fields).not.toHaveProperty('given_names')
  expect(fields).not.toHaveProperty('first_name')
  expect(fields).not.toHaveProperty('middle_name')
})

test('a bill is 5 to 80 days old; one that is too old, 400', () => {
  const issued = (seed: string, expired = false) =>
    documentFields(zoe, { type: 'UTILITY_BILL', country: 'GBR', seed, reference, expired }).date_of_issue ?? ''
  const ages = Array.from({ length: 500 }, (_, n) => (reference - Date.parse(issued(`${n}`))) / 86_400_000)
  expect([Math.min(...ages), Math.max(...ages)]).toEqual([5, 80])
  expect(issued('one', true)).toBe('2025-01-25')
})

test('documents of different types, countries or seeds differ in number', () => {
  const number = (type: string, country: string, seed: string) =>
    documentFields(zoe, { type, country, seed, reference }).document_number
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('TRAVEL_DOCUMENT', 'GBR', 'one'))
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('PASSPORT', 'USA', 'one'))
  expect(number('PASSPORT', 'GBR', 'one')).not.toBe(number('PASSPORT', 'GBR', 'two'))
})

test('a person of 50 weighs 50 to 95 kg, is 155 to 195 cm tall, and has eyes of four colours', () => {
  const all = Array.from({ length: 2000 }, (_, n) =>
    documentFields(zoe, { type: 'STATE_ID', country: 'USA', seed: `${n}`, reference }),
  )
  const ends = (texts: (string | undefined)[]) => {
    const numbers = texts.map((text) => Number.parseInt(text ?? '', 10))
    return [Math.min(...numbers), Math.max(...numbers)]
  }
  expect(ends(all.map(({ weight }) => weight))).toEqual([50, 95])
  expect(ends(all.map(({ height }) => height))).toEqual([155, 195])
  expect(new Set(all.map(({ eye_color }) => eye_color))).toEqual(new Set(['BRO', 'BLU', 'GRN', 'HAZ']))
})
