import { type Difference, differences } from '../contracts/verify/differences.js'
import { parseJson } from '../contracts/verify/nearest-item.js'
import type { Pact } from '../contracts/verify/pact.js'
import type { Beliefs } from './beliefs.js'
import { isCodePlace, listedWords } from './codes.js'
import { answerPlaces, itemPlaces, notificationPlaces, type Place, propertyPlaces } from './document.js'
import { jsonOf, type Recording } from './exchange.js'
import type { Tell } from './finding.js'
import { type Expectation, expectationsIn } from './interactions.js'
import type { FromFile } from './read-files.js'

/** `checks[2].type`: what openapi.yaml says of the place. */
const placesAt = (places: readonly Place[], path: string): readonly Place[] =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce((found, part) => (/^\d{1,6}$|^\*$/.test(part) ? itemPlaces(found) : propertyPlaces(found, part)), places)

const keepsItsForm = (places: readonly Place[]) =>
  places.some(({ schema }) => schema.format === 'uuid' || schema.format === 'date-time')

/** Whether openapi.yaml has a property in every such object: one that it has not is of other orders or results. */
const isRequired = (path: string, places: readonly Place[]) => {
  const at = path.lastIndexOf('.')
  const around = at === -1 ? places : placesAt(places, path.slice(0, at))
  const name = path.slice(at + 1)
  return around.some(({ schema }) => (schema.required ?? []).includes(name))
}

/** What a difference means: the consumer cannot read it, it is another result, or redaction made it. */
type Meaning = 'breaks' | 'other' | 'nothing'

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)

const meaningOf = ({ path, expected, actual }: Difference, places: readonly Place[], beliefs: Beliefs): Meaning => {
  if (actual === 'nothing') return isRequired(path, places) ? 'breaks' : 'other'
  const value = parseJson(actual)
  const wanted = parseJson(expected)
  const isQuoted = /^["[{\d-]|^(?:true|false|null)$/.test(expected)
  if (isQuoted && kindOf(wanted) !== kindOf(value)) return 'breaks'
  if (typeof value !== 'string')
    return isQuoted || Array.isArray(value) || / items$/.test(expected) ? 'other' : 'breaks'
  const own = placesAt(places, path)
  if (isCodePlace(own)) {
    const isKnown = listedWords(own).includes(value) || own.some(({ name }) => beliefs.wordsAt(name)?.has(value))
    return isKnown ? 'other' : 'breaks'
  }
  return keepsItsForm(own) && !isQuoted ? 'breaks' : 'nothing'
}

type Compared = { readonly expectation: Expectation; readonly breaks: readonly Difference[]; readonly others: number }

type Answer = {
  readonly operation: string
  readonly status: number
  readonly type: string | undefined
  readonly json: unknown
  readonly places: readonly Place[]
}

const answerOf = (recording: Recording): Answer =>
  recording.kind === 'notification'
    ? {
        operation: 'notification',
        status: 0,
        type: undefined,
        json: jsonOf(recording.body),
        places: notificationPlaces,
      }
    : {
        operation: recording.operation,
        status: recording.response.status,
        type: recording.response.headers['content-type'],
        json: jsonOf(recording.response.body),
        places: answerPlaces(recording.operation, recording.response.status),
      }

const compare = (expectation: Expectation, { json, type, places }: Answer, beliefs: Beliefs): Compared => {
  const { body, rules, type: wanted } = expectation
  const isOtherType = wanted !== undefined && type !== undefined && wanted !== type
  const ofType = isOtherType ? [{ path: 'Content-Type', expected: wanted, actual: type }] : []
  // A body of bytes says nothing that could be compared.
  const found = body === undefined || body === null || typeof body === 'string' ? [] : differences(body, json, rules)
  const told = found.map((one) => ({ one, meaning: meaningOf(one, places, beliefs) }))
  return {
    expectation,
    breaks: [...ofType, ...told.filter(({ meaning }) => meaning === 'breaks').map(({ one }) => one)],
    others: told.filter(({ meaning }) => meaning === 'other').length,
  }
}

/** The expectation that is about this result, or the nearest to it. */
const nearest = (compared: readonly Compared[]): Compared | undefined =>
  compared.toSorted((one, other) => one.others - other.others || one.breaks.length - other.breaks.length)[0]

const isSuccess = (status: number) => status >= 200 && status < 300

const withoutIndices = (path: string) => path.replaceAll(/\[\d{1,6}\]/g, '[]')

const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

const tellBreaks = ({ expectation, breaks }: Compared, file: string, tell: Tell) => {
  const { consumer, description, operation } = expectation
  for (const { path, expected, actual } of breaks)
    tell({
      kind: 'contracts',
      rank: 'breaks',
      title: `${consumer}: ${operation}: ${withoutIndices(path) || 'the body'}: expected ${cut(expected)}, got ${cut(actual)}`,
      details: [`its pact, '${description}'`],
      consumers: [consumer],
      file,
    })
}

const tellStatus = (consumer: string, expected: readonly Expectation[], answer: Answer, file: string, tell: Tell) => {
  const successes = expected.map(({ status }) => status).filter(isSuccess)
  if (!isSuccess(answer.status) || successes.length === 0) return
  tell({
    kind: 'contracts',
    rank: 'breaks',
    title: `${consumer}: ${answer.operation}: expected status ${[...new Set(successes)].join(' or ')}, got ${answer.status}`,
    consumers: [consumer],
    file,
  })
}

/** How many recorded answers a consumer was ready for, and of how many none of its interactions is. */
export type ConsumerCount = {
  readonly consumer: string
  readonly asExpected: number
  readonly otherResults: number
  readonly broken: number
}

/** Asks of each recorded answer whether what the consumers of pacts expect would have held. */
export const createPactCheck = (
  pacts: readonly Pact[],
  beliefs: Beliefs,
  tell: Tell,
): { readonly check: (from: FromFile) => void; readonly counts: () => readonly ConsumerCount[] } => {
  const expectations = expectationsIn(pacts)
  const consumers = [...new Set(expectations.map(({ consumer }) => consumer))]
  const counts = new Map<string, ConsumerCount>(
    consumers.map((consumer) => [consumer, { consumer, asExpected: 0, otherResults: 0, broken: 0 }]),
  )
  const count = ({ expectation: { consumer }, breaks, others }: Compared) => {
    const known = counts.get(consumer)
    const what = breaks.length > 0 ? 'broken' : others > 0 ? 'otherResults' : 'asExpected'
    if (known !== undefined) counts.set(consumer, { ...known, [what]: known[what] + 1 })
  }
  const check = ({ recording, file }: FromFile) => {
    const answer = answerOf(recording)
    for (const consumer of consumers) {
      const ofOperation = expectations.filter((one) => one.consumer === consumer && one.operation === answer.operation)
      const ofStatus = ofOperation.filter(({ status }) => status === answer.status)
      const found = nearest(ofStatus.map((one) => compare(one, answer, beliefs)))
      if (found !== undefined) {
        count(found)
        tellBreaks(found, file, tell)
      } else tellStatus(consumer, ofOperation, answer, file, tell)
    }
  }
  return { check, counts: () => [...counts.values()] }
}
