import type { MockYoti } from '../server/index.js'
import type { Decision } from './description.js'
import type { Answer, Group } from './policy.js'
import { groupOf } from './policy.js'

/** What is played first: nothing is unusual. */
export const plainSituation: Situation = {
  id: 'all-approve',
  title: 'Everything matched; every check approved',
  group: 'approved',
  scenario: { extends: 'all-approve' },
}

/** A result that does not come. */
export const nobodyCame: Situation = {
  id: 'nobody-came',
  title: 'Nobody has come yet',
  group: 'in progress',
  scenario: { extends: 'letter-never-scanned' },
}

/** A change of Yoti's answer to a value that no document lists. */
export type Alteration = 'recommendation' | 'check-state' | 'session-state'

/** One result that a story can have. */
export type Situation = {
  /** The scenario that it comes from, or a name of the gauntlet's own: `check-missing:PROFILE_DOCUMENT_MATCH`. */
  readonly id: string
  readonly title: string
  readonly group: Group
  /** Other scenarios that come to the same for this order. */
  readonly alike?: readonly string[]
  /** The keys of its scenario file. */
  readonly scenario: Readonly<Record<string, unknown>>
  readonly alters?: Alteration
  /** The answer as Yoti may give it one day. */
  readonly becomes?: (answer: Answer) => Answer
  /** What is right to decide, where the policy does not say it. */
  readonly decisions?: readonly Decision[]
  /** The session is over its retention when the service reads it. */
  readonly isForgotten?: boolean
}

/** What the service was seen to ask for: how sessions are made here to learn which results it can get. */
export type Ordered = {
  readonly body: Readonly<Record<string, unknown>>
  readonly instructions?: Readonly<Record<string, unknown>>
  readonly types: readonly string[]
  /** It reads the fields of documents, not the results only. */
  readonly readsMedia?: boolean
}

/** Scenarios that the gauntlet makes itself of events. */
const leftOut = ['errors', 'webhooks']
/** What a session looks like on its way is no result: the clock takes it further. */
const passing = ['retention-over', 'letter-not-ready', 'just-created', 'instructions-set', 'letter-never-scanned']

/** What of an answer a service can decide by; two scenarios of one shape are one situation. */
const shapeOf = ({ state, checks = [], resources }: Answer): string =>
  JSON.stringify([
    state,
    resources?.id_documents?.map(({ document_type, issuing_country, document_fields }) => [
      document_type,
      issuing_country,
      document_fields !== undefined,
    ]),
    checks
      .map(({ type, state: of, report }) => [
        type,
        of,
        report?.recommendation?.value,
        report?.recommendation?.reason,
        report?.breakdown?.filter(({ result }) => result === 'FAIL').map(({ sub_check }) => sub_check),
      ])
      .map((check) => JSON.stringify(check))
      .sort(),
  ])

const own = (id: string, title: string, checks: Readonly<Record<string, unknown>>) => ({
  id,
  title,
  scenario: { extends: 'all-approve', checks },
})

/** Results that no scenario of the catalogue has for every order. */
const composed = ({ types }: Ordered, rejection: readonly [string, string] | undefined) => {
  const [first] = types
  const last = types.at(-1)
  const [refused, reason] = rejection ?? []
  const pending = types.filter((type) => type !== refused)
  return [
    ...types.map((type) =>
      own(`check-missing:${type}`, `Completed and approved, without the ordered ${type}`, { [type]: 'absent' }),
    ),
    own('nothing-checked', 'Completed, without any check', Object.fromEntries(types.map((type) => [type, 'absent']))),
    ...(last === undefined || types.length < 2
      ? []
      : [
          own(`still-checking:${last}`, `In progress; all but ${last} have approved`, { [last]: { state: 'PENDING' } }),
        ]),
    ...(refused === undefined || pending.length === 0
      ? []
      : [
          own(`refused-already:${refused}`, `In progress; ${refused} has rejected`, {
            [refused]: { reject: reason },
            ...Object.fromEntries(pending.map((type) => [type, { state: 'PENDING' }])),
          }),
        ]),
    ...(first === undefined
      ? []
      : [
          own(`check-broke-down:${first}`, `Completed; ${first} ended with an internal error`, {
            [first]: { state: 'INTERNAL_ERROR' },
          }),
        ]),
  ]
}

/** Answers with a value that Yoti may add one day. */
export const altered: readonly Omit<Situation, 'group'>[] = [
  {
    id: 'unknown-recommendation',
    title: 'Completed; one check has a recommendation that no document lists',
    scenario: { extends: 'all-approve' },
    alters: 'recommendation',
  },
  {
    id: 'unknown-check-state',
    title: 'Completed; one check is in a state that no document lists',
    scenario: { extends: 'all-approve' },
    alters: 'check-state',
  },
  {
    id: 'unknown-session-state',
    title: 'The session is in a state that no document lists',
    scenario: { extends: 'all-approve' },
    alters: 'session-state',
  },
]

/** The answer with one value replaced by one that nobody knows. */
export const alterAnswer = (answer: Answer, alteration: Alteration): Answer => {
  if (alteration === 'session-state') return { ...answer, state: 'SUSPENDED' }
  const [first, ...rest] = answer.checks ?? []
  if (first === undefined) return answer
  if (alteration === 'check-state') return { ...answer, checks: [{ ...first, state: 'ESCALATED' }, ...rest] }
  const report = { ...first.report, recommendation: { value: 'ESCALATE' } }
  return { ...answer, checks: [{ ...first, report }, ...rest] }
}

/** Makes a session as the service does. @returns its id */
export type MakeSession = (mock: MockYoti, ordered: Ordered) => Promise<string>

/** Has everything happen to a session of a scenario. @returns its id, and what it answers then */
const visitAll = async (mock: MockYoti, scenario: string, ordered: Ordered, makeSession: MakeSession) => {
  await mock.control.defaults.set({ scenario })
  const id = await makeSession(mock, ordered)
  const { answer, coming } = await mock.control.sessions.visit(id)
  const last = coming.at(-1)
  if (last === undefined) return { id, answer: answer as Answer }
  await mock.control.clock.set(last.at)
  return { id, answer: (await mock.control.sessions.get(id)).answer as Answer }
}

/** What a session of a scenario answers once everything has happened. */
export const resultOf = async (
  mock: MockYoti,
  scenario: string,
  ordered: Ordered,
  makeSession: MakeSession,
): Promise<Answer> => (await visitAll(mock, scenario, ordered, makeSession)).answer

const namesIn = (value: unknown, place = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => namesIn(item, `${place}.${key}`))
    : [value === '' ? `${place} is empty` : place]

/** Which fields were read of the documents, and which are empty; undefined where their media are not handed out. */
const readIn = async (mock: MockYoti, { id, answer }: { id: string; answer: Answer }): Promise<string | undefined> => {
  const { id_documents = [], supplementary_documents = [] } = answer.resources ?? {}
  const mediaIds = [...id_documents, ...supplementary_documents].flatMap(
    ({ document_fields }) => document_fields?.media?.id ?? [],
  )
  const contents = mediaIds.map(async (mediaId) => {
    const { bytes } = await mock.control.sessions.media(id, mediaId)
    return namesIn(JSON.parse(Buffer.from(bytes).toString('utf8'))).sort()
  })
  const read = await Promise.all(contents).catch(() => [])
  return read.some((names) => names.length > 0) ? JSON.stringify(read) : undefined
}

/** The first situation of each shape, with the ids of the others. */
const keepFirst = (situations: readonly (Situation & { readonly shape: string })[]): Situation[] => {
  const byShape = new Map<string, Situation & { alike: string[] }>()
  for (const { shape, ...situation } of situations) {
    const first = byShape.get(shape)
    if (first === undefined) byShape.set(shape, { ...situation, alike: [] })
    else first.alike.push(situation.id)
  }
  return [...byShape.values()]
}

/**
 * Every result that an order can get, one for each shape.
 * @param mock a server of its own, with manual visits and without signatures, whose clock may be moved
 */
export const findSituations = async (
  mock: MockYoti,
  ordered: Ordered,
  makeSession: MakeSession,
): Promise<Situation[]> => {
  const catalogue = (await mock.control.scenarios.list()).filter(
    ({ id, group }) => !leftOut.includes(group) && !passing.includes(id),
  )
  // The plain approval comes first: scenarios that differ in nothing for this order are taken for it.
  const sorted = [...catalogue].sort((a, b) => Number(b.id === 'all-approve') - Number(a.id === 'all-approve'))
  const found = []
  let usuallyRead: string | undefined
  for (const { id, title } of sorted) {
    const visited = await visitAll(mock, id, ordered, makeSession).catch(() => undefined)
    if (visited === undefined) continue
    const read = ordered.readsMedia ? await readIn(mock, visited) : undefined
    usuallyRead ??= read
    const shape = shapeOf(visited.answer) + (read ?? usuallyRead ?? '')
    const group = groupOf(visited.answer, ordered.types)
    found.push({ id, title, group, scenario: { extends: id }, shape })
  }
  const rejection = catalogue
    .flatMap(({ checks }) => checks)
    .find(
      ({ type, recommendation, reason }) =>
        ordered.types.includes(type) && recommendation === 'REJECT' && reason !== undefined,
    )
  const made = composed(ordered, rejection && [rejection.type, rejection.reason ?? '']).map((situation) => ({
    ...situation,
    group: composedGroup(situation.id),
  }))
  return [
    ...keepFirst(found),
    ...made,
    ...altered.map((situation) => ({ ...situation, group: 'a value that nobody knows' as const })),
    nobodyCame,
    {
      id: 'retention-over',
      title: 'Approved, and deleted by Yoti before it was read',
      group: 'deleted by Yoti',
      scenario: { extends: 'all-approve' },
      isForgotten: true,
    },
  ]
}

const composedGroup = (id: string): Group => {
  const [name] = id.split(':')
  if (name === 'still-checking') return 'in progress, approved so far'
  if (name === 'refused-already') return 'in progress, refused already'
  return name === 'check-broke-down' ? 'a check broke down' : 'a check is missing'
}
