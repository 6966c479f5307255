import { UsageError } from '../server/base/errors.js'
import { type EventKind, newsValues, people, timeValues, troubleOf, unknownTopic, usual } from './events.js'

/** One way in which a verification can go. */
export type Story = Readonly<Record<EventKind, string>> & {
  /** What the result is: the id of a situation. */
  readonly situation: string
}

const kinds: readonly EventKind[] = ['news', 'trouble', 'time', 'data']

/** A story in which nothing but the result may be unusual. */
export const plainStory = (situation: string): Story => ({ situation, ...usual })

/** `profile-mismatch-rejected/news=twice/trouble=getSession:503-once` */
export const storyId = (story: Story): string =>
  [
    story.situation,
    ...kinds.filter((kind) => story[kind] !== usual[kind]).map((kind) => `${kind}=${story[kind]}`),
  ].join('/')

/** @throws UsageError for what is no story */
export const parseStory = (id: string): Story => {
  const [situation = '', ...events] = id.split('/')
  const given = events.map((event): [EventKind, string] => {
    const [name = '', value = ''] = event.split('=')
    const kind = kinds.find((known) => known === name)
    if (kind === undefined || value === '')
      throw new UsageError(`'${event}' is no event of a story; expected ${kinds.join(', ')}, each with =VALUE`)
    return [kind, value]
  })
  return { ...plainStory(situation), ...Object.fromEntries(given) }
}

/** The unusual events of a story, the result left out. */
export const unusualEvents = (story: Story): EventKind[] => kinds.filter((kind) => story[kind] !== usual[kind])

const titleOf = (values: readonly { value: string; title: string }[], value: string) =>
  values.find((known) => known.value === value)?.title ?? value

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
