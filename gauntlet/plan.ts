import covertable from 'covertable'
import { matchesPattern } from '../server/base/pattern.js'
import { type EventKind, newsValues, people, timeValues, troubles, unknownTopic, usual } from './events.js'
import type { Group } from './policy.js'
import { nobodyCame, plainSituation, type Situation } from './situations.js'
import { plainStory, type Story, storyId } from './story.js'

// A CommonJS module: Node's default import is all of it, a bundler's may be its default export, which is `make`.
const makePairs = (covertable.make ?? covertable) as typeof covertable.make

/** What stories can be made of for one service. */
export type Choices = {
  readonly situations: readonly Situation[]
  readonly operations: readonly string[]
  /** The service has webhooks. */
  readonly isNotified: boolean
  /** The description says how the person comes back. */
  readonly returns: boolean
  /** It orders a document with an address. */
  readonly readsAddress: boolean
  readonly leftOut: readonly string[]
}

/** Kinds of trouble that are combined with everything else; the others have a story of their own. */
const combinedKinds = ['429', '503-once', '503-thrice', 'reset', 'malformed', 'html']

const valuesOf = (choices: Choices): Record<EventKind, string[]> => {
  const news = newsValues.map(({ value }) => value)
  const all: Record<EventKind, string[]> = {
    news: choices.isNotified ? news.filter((value) => value !== 'before-return' || choices.returns) : [usual.news],
    trouble: [
      usual.trouble,
      ...choices.operations.flatMap((operation) => troubles.map(({ value }) => `${operation}:${value}`)),
    ],
    time: timeValues.map(({ value }) => value),
    data: people.flatMap(({ value, isAboutAddress }) => (isAboutAddress && !choices.readsAddress ? [] : [value])),
  }
  const isLeftOut = (kind: EventKind, value: string) =>
    choices.leftOut.some((text) => {
      const [name, pattern = ''] = text.split('=')
      return name === kind && matchesPattern(pattern, value)
    })
  const kept = (kind: EventKind) => all[kind].filter((value) => value === usual[kind] || !isLeftOut(kind, value))
  return { news: kept('news'), trouble: kept('trouble'), time: kept('time'), data: kept('data') }
}

/** One situation for each group: what combinations are made of. */
const representatives = (situations: readonly Situation[]): string[] => {
  const first = new Map<Group, string>()
  for (const { group, id } of situations) if (!first.has(group)) first.set(group, id)
  return [...first.values()]
}

/** Each story of a group has another result of the group: pairs of groups stay covered, and every result meets some event. */
const takeTurns = (stories: readonly Story[], situations: readonly Situation[]): Story[] => {
  const turns = new Map<Group, number>()
  return stories.map((story) => {
    const own = situations.find(({ id }) => id === story.situation)
    if (own === undefined) return story
    const members = situations.filter(({ group }) => group === own.group)
    const turn = turns.get(own.group) ?? 0
    turns.set(own.group, turn + 1)
    return { ...story, situation: members[turn % members.length]?.id ?? story.situation }
  })
}

const isCombined = (trouble: string, readOperations: readonly string[]) => {
  const [operation = '', kind = ''] = trouble.split(':')
  if (trouble === usual.trouble) return true
  return readOperations.includes(operation) ? combinedKinds.includes(kind) : kind === '503-once'
}

const isReading = (operation: string) => operation.startsWith('get') && operation !== 'getSessionConfiguration'

const combinations = (
  choices: Choices,
  values: Record<EventKind, string[]>,
  seed: string,
  isThorough: boolean,
): Story[] => {
  const readOperations = choices.operations.filter(isReading)
  const factors = {
    situation: isThorough ? choices.situations.map(({ id }) => id) : representatives(choices.situations),
    news: values.news,
    trouble: isThorough ? values.trouble : values.trouble.filter((trouble) => isCombined(trouble, readOperations)),
    time: values.time,
    data: values.data,
  }
  // A factor with one value has no pairs.
  const varied = Object.fromEntries(Object.entries(factors).filter(([, list]) => list.length > 1))
  if (Object.keys(varied).length < 2) return []
  const rows = makePairs(varied, { length: 2, seed })
  const stories = rows.map((row) => ({ ...plainStory(factors.situation[0] ?? 'all-approve'), ...row }) as Story)
  return isThorough ? stories : takeTurns(stories, choices.situations)
}

/** Every answer of tomorrow once, and a webhook of tomorrow. */
export const planFuture = ({ situations, isNotified }: Choices): Story[] => [
  ...situations.filter(({ id }) => id !== nobodyCame.id).map(({ id }) => plainStory(id)),
  ...(isNotified ? [{ ...plainStory(plainSituation.id), news: unknownTopic.value }] : []),
]

/**
 * Every result once, every unusual event once, and every pair of a group of results, a way of the news, a trouble, a time and a
 * person at least once, in a fixed order.
 */
export const planStories = (choices: Choices, seed: string, isThorough: boolean): Story[] => {
  const values = valuesOf(choices)
  const plain = plainStory('all-approve')
  const alone = (Object.keys(values) as EventKind[]).flatMap((kind) =>
    values[kind].map((value) => ({ ...plain, [kind]: value })),
  )
  const stories = [
    ...choices.situations.map(({ id }) => plainStory(id)),
    ...alone,
    ...combinations(choices, values, seed, isThorough),
  ]
  return [...new Map(stories.map((story) => [storyId(story), story])).values()]
}
