// Reports that no service was played for.
import type { Report, ReportedFinding, ReportedStory } from '../../gauntlet/report.js'
import { parseStory } from '../../gauntlet/story.js'

/** A story that went well. */
export const storyOf = (id: string, parts: Partial<ReportedStory> = {}): ReportedStory => ({
  id,
  story: parseStory(id),
  group: 'approved',
  title: 'Everything matched; every check approved',
  events: [],
  expected: ['pass'],
  decision: 'pass',
  word: 'verified',
  milliseconds: 1234,
  calls: 5,
  webhooks: [],
  findings: [],
  ...parts,
})

/** A finding of a story. */
export const findingOf = (name: string, parts: Partial<ReportedFinding> = {}): ReportedFinding => ({
  name,
  kind: 'lost-result',
  detail: 'it read the result',
  stories: ['all-approve/news=lost'],
  shortest: 'all-approve/news=lost',
  text: 'result    approved\nfound     it read the result',
  moments: [],
  command: "npx mock-yoti gauntlet --story 'all-approve/news=lost'",
  scenarioFile: { name: 'scenarios/story-all-approve.yaml', text: 'extends: all-approve\n' },
  test: "test('x')\n",
  ...parts,
})

/** A report of two stories without a finding. */
export const reportOf = (parts: Partial<Report> = {}): Report => ({
  tool: 'mock-yoti gauntlet',
  format: 1,
  seed: 'mock-yoti',
  took: 61_000,
  unplayed: 0,
  service: { operations: ['createSession'], checks: ['LIVENESS'], topics: [] },
  stories: [storyOf('all-approve'), storyOf('all-approve/news=lost', { decision: 'pending' })],
  findings: [],
  unused: [],
  ...parts,
})
