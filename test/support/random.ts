import { randomInt } from 'node:crypto'
import fc from 'fast-check'

const parseSeed = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`TEST_SEED takes a number of up to nine digits; got '${text}'`)
  return Number(text)
}

/** TEST_SEED, or another seed in every run. */
const chooseSeed = (): number => {
  const given = process.env['TEST_SEED']
  return given === undefined ? randomInt(1_000_000_000) : parseSeed(given)
}

/**
 * Checks something of many random values: the only source of random values in tests.
 * @param seed the same seed gives the same values
 * @throws Error that names the seed to repeat it with, the smallest value that fails, and why
 */
export const forAll = async <T>(
  values: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  seed: number = chooseSeed(),
): Promise<void> => {
  const run = await fc.check(
    fc.asyncProperty(values, async (value) => {
      await check(value)
    }),
    { seed, numRuns: 150 },
  )
  if (run.failed)
    throw new Error(`Repeat with TEST_SEED=${seed}\n${fc.defaultReportMessage(run)}`, { cause: run.errorInstance })
}
