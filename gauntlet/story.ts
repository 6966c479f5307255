import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import { yotiOperations } from '../server/openapi/generated/operations.js'
import { type EventKind, newsValues, people, timeValues, troubleOf, troubles, unknownTopic, usual } from './events.js'

/** One way in which a verification can go. */
export type Story = Readonly<Record<EventKind, string>> & {
  /** What the result is: the id of a situation. */
  readonly situation: string
  /** Lines of its scenario that are left out: `checks.LIVENESS`. */
  readonly without?: readonly string[]
}

const kinds: readonly EventKind[] = ['news', 'trouble', 'time', 'data']

/** A story in which nothing but the result may be unusual. */
export const plainStory = (situation: string): Story => ({ situation, ...usual })

/** `profile-mismatch-rejected/news=twice/trouble=getSession:503-once` */
export const storyId = (story: Story): string =>
  [
    story.situation,
    ...(story.without === undefined || story.without.length === 0 ? [] : [`without=${story.without.join(',')}`]),
    ...kinds.filter((kind) => story[kind] !== usual[kind]).map((kind) => `${kind}=${story[kind]}`),
  ].join('/')

const valuesOf = (values: readonly { readonly value: string }[]) => values.map(({ value }) => value)

const known: Readonly<Record<Exclude<EventKind, 'trouble'>, readonly string[]>> = {
  news: valuesOf([...newsValues, unknownTopic]),
  time: valuesOf(timeValues),
  data: valuesOf(people),
}

const assertKnown = (what: string, given: string, values: readonly string[]) => {
  if (!values.includes(given))
    throw new UsageError(`'${given}' is no ${what}.${didYouMean(given, values)} Known: ${values.join(', ')}`)
}

const assertTrouble = (given: string) => {
  if (given === usual.trouble) return
  const [operation = '', ...rest] = given.split(':')
  assertKnown(
    'operation of Yoti, with which trouble begins (getSession:503-once)',
    operation,
    yotiOperations.map(({ operationId }) => operationId),
  )
  assertKnown(`trouble of ${operation}`, rest.join(':'), valuesOf(troubles))
}

/** @throws UsageError for an event that no story can have */
const readEvent = (event: string): readonly [EventKind | 'without', string] => {
  const [name = '', ...rest] = event.split('=')
  const value = rest.join('=')
  const kind = [...kinds, 'without' as const].find((candidate) => candidate === name)
  if (kind === undefined || value === '')
    throw new UsageError(
      `'${event}' is no event of a story.${didYouMean(name, kinds)} Expected ${kinds.join(', ')}, each with =VALUE`,
    )
  if (kind === 'trouble') assertTrouble(value)
  else if (kind !== 'without') assertKnown(`value of ${kind}`, value, known[kind])
  return [kind, value]
}

/** @throws UsageError for what is no story */
export const parseStory = (id: string): Story => {
  const [situation = '', ...events] = id.split('/')
  const { without, ...given } = Object.fromEntries(events.map(readEvent)) as Partial<
    Record<EventKind | 'without', string>
  >
  return { ...plainStory(situation), ...given, ...(without !== undefined && { without: without.split(',') }) }
}

/** The unusual events of a story, the result left out. */
export const unusualEvents = (story: Story): EventKind[] => kinds.filter((kind) => story[kind] !== usual[kind])

const titleOf = (values: readonly { value: string; title: string }[], value: string) =>
  values.find((candidate) => candidate.value === value)?.title ?? value

/** An event in plain words: 'each webhook arrives twice'. */
export const eventTitle = (kind: EventKind, value: string): string => {
  if (kind === 'news') return titleOf([...newsValues, unknownTopic], value)
  if (kind === 'time') return titleOf(timeValues, value)
  if (kind === 'data') return `the person has ${titleOf(people, value)}`
  const trouble = troubleOf(value)
  return trouble === undefined ? 'nothing fails' : `${trouble.operation} ${trouble.title}`
}

/** The unusual events of a story in plain words. */
export const eventTitles = (story: Story): string[] => unusualEvents(story).map((kind) => eventTitle(kind, story[kind]))
