import type { Accepted } from '../contracts/verify/accepted.js'
import type { Decision, Description } from './description.js'
import { troubleOf, unknownTopic } from './events.js'
import type { Finding } from './findings.js'
import type { GauntletResult } from './gauntlet.js'
import type { Moment } from './moments.js'
import type { Group } from './policy.js'
import type { Delivered, StoryRun } from './run.js'
import { exportedScenario, scenarioKey } from './scenario-file.js'
import { eventTitles, type Story } from './story.js'
import { exportedTest } from './test-file.js'

/** One story of a report. */
export type ReportedStory = {
  readonly id: string
  readonly story: Story
  readonly group: Group
  readonly title: string
  readonly events: readonly string[]
  readonly expected: readonly Decision[]
  readonly because?: string
  readonly decision: Decision | 'unknown'
  readonly word: string
  readonly milliseconds: number
  readonly calls: number
  readonly webhooks: readonly Delivered[]
  /** Names of its findings. */
  readonly findings: readonly string[]
}

/** One finding of a report, with everything that is needed to see it again. */
export type ReportedFinding = {
  readonly name: string
  readonly kind: Finding['kind']
  readonly detail: string
  readonly stories: readonly string[]
  readonly shortest: string
  /** The story in a few lines. */
  readonly text: string
  readonly moments: readonly Moment[]
  readonly command: string
  readonly scenarioFile: { readonly name: string; readonly text: string }
  readonly test: string
  readonly accepted?: string
}

/** What a run came to: what `--json` writes and `gauntlet diff` reads. */
export type Report = {
  readonly tool: 'mock-yoti gauntlet'
  readonly format: 1
  readonly seed: string
  readonly took: number
  readonly unplayed: number
  readonly service: {
    readonly operations: readonly string[]
    readonly checks: readonly string[]
    readonly topics: readonly string[]
    readonly pollsEvery?: number
  }
  readonly stories: readonly ReportedStory[]
  readonly findings: readonly ReportedFinding[]
  /** Accepted findings whose stories were played without them. */
  readonly unused: readonly string[]
}

const textOf = (run: StoryRun, detail: string) =>
  [
    `result    ${run.situation.title} (${run.group})`,
    ...eventTitles(run.story).map((title) => `and       ${title}`),
    `expected  ${run.expected.decisions.join(' or ')}${run.expected.because === undefined ? '' : `: ${run.expected.because}`}`,
    `decided   ${run.decision ?? 'nothing known'} ('${run.word}') after ${(run.milliseconds / 1000).toFixed(1)} s and ${run.calls.length} ${run.calls.length === 1 ? 'call' : 'calls'}`,
    `found     ${detail}`,
  ].join('\n')

/** A finding that is accepted in some of its stories is open for the others. */
const partly = (accepted: Accepted, name: string, stories: readonly string[]): string[] => {
  const open = accepted.openOf(name, stories)
  return open.length === 0 || open.length === stories.length
    ? []
    : [`accepted  in ${stories.length - open.length} of its ${stories.length} stories, not in ${open[0]}`]
}

/** Whether only `--future` plays the story. */
const isOfTomorrow = ({ situation, story }: StoryRun) =>
  situation.becomes !== undefined || story.news === unknownTopic.value

const reportFinding = (
  finding: Finding,
  { learned }: GauntletResult,
  description: Description,
  accepted: Accepted,
): ReportedFinding => {
  const { shortest: run, name, kind, detail, stories } = finding
  const trouble = troubleOf(run.story.trouble)
  const fault = trouble && { operation: trouble.operation, ...trouble.rule }
  const because = accepted.because(name, stories)
  return {
    name,
    kind,
    detail,
    stories,
    shortest: run.id,
    text: [textOf(run, detail), ...partly(accepted, name, stories)].join('\n'),
    moments: run.moments,
    command: `npx mock-yoti gauntlet ${isOfTomorrow(run) ? '--future ' : ''}--story '${run.id}'`,
    scenarioFile: {
      name: `scenarios/${scenarioKey(run.story)}.yaml`,
      text: exportedScenario(run.story, run.situation, {
        slowCheck: learned.slowCheck,
        topics: learned.topics,
        ...(fault && { fault }),
      }),
    },
    test: exportedTest(run, finding, description),
    ...(because !== undefined && { accepted: because }),
  }
}

const reportStory = (run: StoryRun, findings: readonly Finding[]): ReportedStory => ({
  id: run.id,
  story: run.story,
  group: run.group,
  title: run.situation.title,
  events: eventTitles(run.story),
  expected: run.expected.decisions,
  ...(run.expected.because !== undefined && { because: run.expected.because }),
  decision: run.decision ?? 'unknown',
  word: run.word,
  milliseconds: run.milliseconds,
  calls: run.calls.length,
  webhooks: run.webhooks,
  findings: findings.filter(({ stories }) => stories.includes(run.id)).map(({ name }) => name),
})

/** Puts together what every form of the report says. */
export const createReport = (result: GauntletResult, description: Description, accepted: Accepted): Report => {
  const { learned, runs, findings, seed, took, unplayed, isWhole } = result
  return {
    tool: 'mock-yoti gauntlet',
    format: 1,
    seed,
    took,
    unplayed,
    service: {
      operations: learned.operations,
      checks: learned.ordered.types,
      topics: learned.topics,
      ...(learned.pollsEvery !== undefined && { pollsEvery: learned.pollsEvery }),
    },
    stories: runs.map((run) => reportStory(run, findings)),
    findings: findings.map((finding) => reportFinding(finding, result, description, accepted)),
    unused: accepted.unusedIn({ findings, stories: runs.map(({ id }) => id), isWhole }),
  }
}

/** The findings that nobody accepted. */
export const openFindings = ({ findings }: Report): readonly ReportedFinding[] =>
  findings.filter(({ accepted }) => accepted === undefined)
