import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forAll } from '../support/random.js'

const below = fileURLToPath(new URL('..', import.meta.url))

test('a random test that fails names its seed, and the same seed gives the same values', async () => {
  const valuesOf = async (seed: number) => {
    const values: number[] = []
    await forAll(fc.nat(), async (value) => void values.push(value), seed)
    return values
  }
  expect(await valuesOf(7)).toEqual(await valuesOf(7))
  expect(await valuesOf(7)).not.toEqual(await valuesOf(8))
  const failing = forAll(fc.nat(), async (value) => expect(value).toBeLessThan(100), 42)
  await expect(failing).rejects.toThrow(/^Repeat with TEST_SEED=42\n[\s\S]*Counterexample: \[100\]/)
})

test('every random test takes its seed from test/support/random.ts', () => {
  const files = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?ts$/.test(name))
  const unseeded = files.filter((name) =>
    /\bfc\.(?:assert|check|sample)\(|Math\.random\(/.test(readFileSync(join(below, name), 'utf8')),
  )
  expect(unseeded).toEqual([join('support', 'random.ts')])
})
