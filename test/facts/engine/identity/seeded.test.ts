import { expect, test } from 'vitest'
import { createSeeded, seedNumbers } from '../../../../server/engine/identity/seeded.js'

// FIPS 180: the SHA-256 of 'abc', in eight numbers.
test('a text stands for the eight numbers of its SHA-256', () => {
  expect(seedNumbers('abc')).toEqual([
    0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223, 0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad,
  ])
})

// `printf 'one#0' | sha256sum` begins with 9d113641, 2,635,150,913 in decimal, whose last digit is 3; and so on.
test('what is drawn depends on the seed and the turn only', () => {
  const seeded = createSeeded('one')
  expect([seeded.int(0, 9), seeded.int(1, 199), seeded.int(5, 5), seeded.pick(['a', 'b', 'c'])]).toEqual([3, 1, 5, 'a'])
  expect(seeded.fill('#?-#?')).toBe('0Y-3S')
  expect(createSeeded('one').int(0, 9)).toBe(3)
})

test('both ends are drawn, and nothing beyond them', () => {
  const seeded = createSeeded('ends')
  const drawn = Array.from({ length: 200 }, () => seeded.int(2, 4))
  expect(new Set(drawn)).toEqual(new Set([2, 3, 4]))
  const picked = Array.from({ length: 200 }, () => seeded.pick(['x', 'y', 'z']))
  expect(new Set(picked)).toEqual(new Set(['x', 'y', 'z']))
})

test('letters in numbers look like no digit: neither I nor O nor Q', () => {
  const letters = new Set(createSeeded('letters').fill('?'.repeat(2000)))
  expect([...letters].sort().join('')).toBe('ABCDEFGHJKLMNPRSTUVWXYZ')
  const digits = new Set(createSeeded('digits').fill('#'.repeat(2000)))
  expect([...digits].sort().join('')).toBe('0123456789')
})
