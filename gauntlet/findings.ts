import { type EventKind, usual } from './events.js'
import { type Fault, type FindingKind, findingTitles, judge } from './judge.js'
import type { Group } from './policy.js'
import type { StoryRun } from './run.js'
import { eventTitle, type Story, unusualEvents } from './story.js'

/** Stories that fail in one way for one cause. */
export type Finding = {
  /** `passed someone who was never checked: expired` */
  readonly name: string
  readonly kind: FindingKind
  readonly detail: string
  /** Its stories, the shortest first. */
  readonly stories: readonly string[]
  readonly shortest: StoryRun
  /** Why a team accepts it. */
  readonly accepted?: string
}

const families: Readonly<Record<string, string>> = {
  '429': 'refusal',
  '503-once': 'failure',
  '503-thrice': 'failure',
  '503-for-ever': 'failure',
  '500': 'failure',
  html: 'failure',
  timeout: 'silence',
}

/** Troubles of one family have one cause: a service that takes 503 for a rejection does so once and three times. */
const familyOf = (trouble: string) => {
  const [operation = '', kind = ''] = trouble.split(':')
  return `${operation} ${families[kind] ?? 'broken answer'}`
}

const ordinary: readonly Group[] = ['approved', 'refused']

/** Approvals differ too: in the document, or in what was read of it. */
const approvals = ({ situation }: Story) => (situation === 'all-approve' ? [] : [`result:${situation}`])

/** What is unusual about a story: the cause of a finding is the least of it that still fails. */
const causesOf = (story: Story, group: Group): string[] => [
  ...(group === 'approved' ? approvals(story) : [`result:${group}`]),
  ...unusualEvents(story).map((kind) => `${kind}:${kind === 'trouble' ? familyOf(story.trouble) : story[kind]}`),
]

/** How a client repeats requests has nothing to do with the operation or the result. */
const causes = (kind: FindingKind, { run: { story, group } }: Failure): string[] =>
  kind === 'impolite' ? [familyOf(story.trouble).replace(/^\S+ /, '')] : causesOf(story, group)

const causeTitle = (story: Story, group: Group): string => {
  const events = unusualEvents(story).map((kind: EventKind) => eventTitle(kind, story[kind]))
  const name = group === 'approved' && story.situation !== 'all-approve' ? story.situation : group
  const result = ordinary.includes(group) && name === group && events.length > 0 ? [] : [name]
  return [...result, ...events].join('; ')
}

export type Failure = { readonly run: StoryRun; readonly fault: Fault }

const size = ({ run }: Failure) => causesOf(run.story, run.group).length

/** How shorter stories are found and played. */
export type Shortening = {
  /** Plays a story; undefined when it is not wrong in that way, or when there is no time left. */
  readonly tryStory: (story: Story, kind: FindingKind) => Promise<Failure | undefined>
  /** Lines of a story's scenario that may be left out. */
  readonly linesOf: (story: Story) => readonly string[]
}

const plainResult = ({ without: _, ...events }: Story): Story => ({ ...events, situation: 'all-approve' })

/** The story without one unusual event, or with the plain approval as its result. */
const reductions = (story: Story): Story[] => [
  ...unusualEvents(story).map((kind) => ({
    ...story,
    [kind]: usual[kind],
  })),
  ...(story.situation === 'all-approve' ? [] : [plainResult(story)]),
]

/** Drops one event after the other for as long as the story still fails in the same way. */
const dropEvents = async (failure: Failure, shortening: Shortening): Promise<Failure> => {
  if (size(failure) <= 1) return failure
  for (const story of reductions(failure.run.story)) {
    const shorter = await shortening.tryStory(story, failure.fault.kind)
    if (shorter !== undefined) return dropEvents(shorter, shortening)
  }
  return failure
}

/** Drops what its scenario says of documents and checks, one by one, for as long as the result is of the same group. */
const dropLines = async (failure: Failure, { tryStory, linesOf }: Shortening): Promise<Failure> => {
  const lines = linesOf(failure.run.story)
  let shortest = failure
  for (const line of lines) {
    const { story, group: present } = shortest.run
    const gone = story.without ?? []
    const isGone = gone.some((place) => place === line || line.startsWith(`${place}.`))
    // Without the last of them it would be the plain approval.
    if (isGone || gone.length + 1 === lines.length) continue
    const shorter = await tryStory({ ...story, without: [...gone, line] }, failure.fault.kind)
    if (shorter?.run.group === present) shortest = shorter
  }
  return shortest
}

const shorten = async (failure: Failure, shortening: Shortening): Promise<Failure> =>
  dropLines(await dropEvents(failure, shortening), shortening)

const group = async (kind: FindingKind, failures: readonly Failure[], shortening: Shortening): Promise<Finding[]> => {
  const [first, ...others] = [...failures].sort((a, b) => size(a) - size(b))
  if (first === undefined) return []
  const shortest = await shorten(first, shortening)
  const least = causes(kind, shortest)
  const same = others.filter((failure) => least.every((cause) => causes(kind, failure).includes(cause)))
  const finding: Finding = {
    name: `${findingTitles[kind]}: ${causeTitle(shortest.run.story, shortest.run.group)}`,
    kind,
    detail: shortest.fault.detail,
    stories: [...new Set([shortest.run.id, first.run.id, ...same.map(({ run }) => run.id)])],
    shortest: shortest.run,
  }
  const rest = others.filter((failure) => !same.includes(failure))
  return [finding, ...(await group(kind, rest, shortening))]
}

/** What is wrong, by kind and cause, the most harmful first, each with its shortest story. */
export const findFindings = async (
  runs: readonly StoryRun[],
  mustDelete: boolean,
  shortening: Shortening,
): Promise<Finding[]> => {
  const failures = runs.flatMap((run) => judge(run, mustDelete).map((fault) => ({ run, fault })))
  const found: Finding[] = []
  for (const kind of Object.keys(findingTitles) as FindingKind[]) {
    const ofKind = failures.filter(({ fault }) => fault.kind === kind)
    found.push(...(await group(kind, ofKind, shortening)))
  }
  return found
}
