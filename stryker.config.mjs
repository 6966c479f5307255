/**
 * Mutation tests: changes one thing at a time in a room of `server/` and runs the facts of that room (`test/facts/<room>`).
 * A change that no fact notices is listed. `npm run mutants -- engine/checks`.
 */
const room = process.env['MUTANTS_ROOM'] ?? 'engine/checks'

// biome-ignore lint/style/noDefaultExport: what the tool reads
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/facts/vitest.config.ts', related: false },
  mutate: [`server/${room}/**/*.ts`, '!server/**/generated/**', '!server/**/*.d.ts'],
  // Tables are read when a module is loaded, and are most of what there is to get wrong.
  ignoreStatic: false,
  coverageAnalysis: 'perTest',
  concurrency: 1,
  incremental: true,
  incrementalFile: `.cache/mutants/${room.replaceAll('/', '-')}.json`,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['dist', 'coverage', 'release', 'docs', 'contracts/pacts'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  disableTypeChecks: false,
  timeoutMS: 10_000,
}
