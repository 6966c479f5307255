import { callHttp } from '../server/base/http-client.js'
import type { MockYoti } from '../server/index.js'
import type { Answer } from './policy.js'
import { alterAnswer, altered, type Situation } from './situations.js'

/** What Yoti may answer one day, in place of the plain approval; and a topic that nobody knows. */
export type Tomorrow = {
  readonly changes: readonly Change[]
  readonly topic: string
}

type Change = { readonly name: string; readonly title: string; readonly change: (answer: object) => object }

/** Words that tell nothing of the person: whoever waits until it knows them may do so. */
const mayWait = (name: string) => name === 'unknown-document' || name.startsWith('unknown-value:')

/** `unknown-value:SubCheck.result` as a story has it: tomorrow:unknown-value-sub-check-result. */
const idOf = (name: string) =>
  `tomorrow:${name
    .replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
    .replace(/[:._]/g, '-')
    .replaceAll('--', '-')}`

const situationOf = ({ name, title, change }: Change): Situation => ({
  id: idOf(name),
  title: `Everything approved, and ${title}`,
  group: 'approved',
  scenario: { extends: 'all-approve' },
  // An answer stays one.
  becomes: (answer) => change(answer) as Answer,
  ...(mayWait(name) && { decisions: ['pass', 'fail', 'pending', 'error'] }),
})

const isChanged = (answer: Answer, { becomes }: Situation) =>
  JSON.stringify(becomes?.(answer)) !== JSON.stringify(answer)

/** A check of a type that nobody knows rejects: whether that counts, nobody knows either. */
const rejecting: Situation = {
  id: 'tomorrow:unknown-check-rejects',
  title: 'Completed; a check of a type that nobody knows rejects',
  group: 'refused',
  scenario: { extends: 'all-approve' },
  becomes: (answer) => {
    const [first] = answer.checks ?? []
    const report = { recommendation: { value: 'REJECT', reason: 'NEW_REASON' }, breakdown: [] }
    return first === undefined
      ? answer
      : { ...answer, checks: [...(answer.checks ?? []), { ...first, type: 'VOICE_COMPARISON', report }] }
  },
  decisions: ['fail', 'pending', 'error'],
}

/**
 * The answers that a tolerant client bears because Yoti adds to them: those that change the plain approval of an order, and
 * words by which clients decide, which must never pass a person.
 */
export const futureSituations = (plain: Answer, { changes }: Tomorrow): Situation[] => [
  ...changes.map(situationOf).filter((situation) => isChanged(plain, situation)),
  rejecting,
  ...altered
    .filter(
      ({ alters }) => alters !== undefined && JSON.stringify(alterAnswer(plain, alters)) !== JSON.stringify(plain),
    )
    .map((situation) => ({ ...situation, group: 'a value that nobody knows' as const })),
]

/** Sends a service a webhook of a topic that nobody knows, as one that is held would be sent. @returns its answer's status */
export const sendUnknownTopic = async (
  control: MockYoti['control'],
  sessionId: string,
  topic: string,
): Promise<number | undefined> => {
  const [held] = await control.notifications.list({ sessionId, status: 'held' })
  if (held === undefined) return undefined
  const body = JSON.stringify({ ...held.body, topic })
  const { 'content-length': _length, ...headers } = Object.fromEntries(
    Object.entries(held.headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const answer = await callHttp(held.endpoint, { method: 'POST', headers, body }).catch(() => undefined)
  return answer?.status
}
