const isMatrix = process.env['TEST_MATRIX'] === 'true'

/** Everything in `npm run test:matrix`, otherwise a sample of it. docs/testing.md lists what is sampled. */
export const sampled = <T>(everything: readonly T[], sample: readonly T[]): readonly T[] =>
  isMatrix ? everything : sample
