import { expect, test } from 'vitest'
import { PairedIds } from '../../scripts/same-as/same-but-ids.mjs'

const random = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`
const derived = (digit: string) => `${digit.repeat(8)}-0000-5000-8000-000000000000`

test('an id that is another on each side is the same as long as it stands for the same', () => {
  const ids = new PairedIds()
  expect(ids.same(`session ${random('1')}`, `session ${random('2')}`)).toBe(true)
  expect(ids.same(`again ${random('1')}`, `again ${random('2')}`)).toBe(true)
  expect(ids.same(`again ${random('1')}`, `again ${random('3')}`)).toBe(false)
  expect(ids.same(`again ${random('3')}`, `again ${random('2')}`)).toBe(false)
  expect(ids.same(`again ${random('1')}`, `again ${random('1')}`)).toBe(false)
})

test('everything but the ids has to be equal', () => {
  const ids = new PairedIds()
  expect(ids.same(`a ${random('1')}`, `b ${random('1')}`)).toBe(false)
  expect(ids.same(`${random('1')} a`, ` a${random('2')}`)).toBe(false)
  expect(ids.same(`a ${random('1')}`, `a ${random('1')} ${random('2')}`)).toBe(false)
})

test('a derived id that was seen to be the same in every run may not differ', () => {
  const ids = new PairedIds()
  ids.fix(`{"id":"${derived('5')}"}`)
  expect(ids.same(derived('5'), derived('6'))).toBe(false)
  expect(ids.same(derived('7'), derived('8'))).toBe(true)
  expect(ids.same(derived('9'), random('9'))).toBe(false)
})

test('what is sent to the new side has its ids', () => {
  const ids = new PairedIds()
  ids.same(random('1'), random('2'))
  expect(ids.toNew(`/sessions/${random('1')}/media/${random('3')}`)).toBe(
    `/sessions/${random('2')}/media/${random('3')}`,
  )
})
