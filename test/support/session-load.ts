import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { RunningMockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder } from './orders.js'
import type { Receiver } from './receiver.js'

const topics = ['first_branch_visit', 'session_completion']

/** What came of a load: the ids of sessions whose creation was answered, and of those whose visit was. */
export type SessionLoad = {
  readonly created: ReadonlySet<string>
  readonly visited: ReadonlySet<string>
  /** How many answers there were of each status; 0 for a connection that broke off. */
  readonly statuses: ReadonlyMap<number, number>
  /** Waits for so many more sessions to be visited. */
  readonly untilVisited: (more: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Creates sessions and makes their visits, several at once, on one server after the other, until it is stopped. What is
 * refused is not tried again.
 * @param urls where the servers are at the moment
 */
export const startSessionLoad = (urls: () => readonly string[], receiver: Receiver, workers = 6): SessionLoad => {
  const created = new Set<string>()
  const visited = new Set<string>()
  const statuses = new Map<number, number>()
  const order = JSON.stringify(inBranchOrder({ notifications: { endpoint: receiver.url, topics } }))
  let isOver = false
  let turn = 0

  const post = async (path: string, body?: string) => {
    turn += 1
    const all = urls()
    const response = await fetch(`${all[turn % all.length]}${path}`, { method: 'POST', ...(body && { body }) })
      .then(async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text() }))
      .catch(() => ({ status: 0, headers: new Headers(), text: '' }))
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    if (response.status === 503) {
      expect(response.headers.get('retry-after')).toBe('1')
      expect(JSON.parse(response.text)).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE' })
    }
    // Nobody asks without a pause when it is refused.
    if (response.status === 503 || response.status === 0) await sleep(20)
    return response
  }

  const work = async () => {
    while (!isOver) {
      const { status, text } = await post('/idverify/v1/sessions?sdkId=ada', order)
      if (status !== 201) continue
      const { session_id } = JSON.parse(text) as Schema<'CreatedSession'>
      created.add(session_id)
      if ((await post(`/__mock/sessions/${session_id}/visit`)).status === 200) visited.add(session_id)
    }
  }
  const working = Promise.all(Array.from({ length: workers }, work))
  const untilVisited = async (more: number) => {
    const wanted = visited.size + more
    await expect.poll(() => visited.size, { timeout: 60_000 }).toBeGreaterThanOrEqual(wanted)
  }
  const stop = async () => {
    isOver = true
    await working
  }
  return { created, visited, statuses, untilVisited, stop }
}

/** The topics that came about each session, in the order in which they came. */
export const topicsBySession = (receiver: Receiver): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const { topic, body } of receiver.received) {
    const id = body['session_id'] ?? ''
    found.set(id, [...(found.get(id) ?? []), topic])
  }
  return found
}

/** Each topic once, in the order in which it first came. */
export const withoutDuplicates = (sent: readonly string[]): string[] => [...new Set(sent)]

/** The stage of every session that there is, created with an answer or without. */
const stagesOf = async ({ control }: Pick<RunningMockYoti, 'control'>): Promise<Map<string, string>> => {
  const { sessions } = await control.state.get()
  const stages = new Map<string, string>()
  for (const { id } of sessions) stages.set(id, (await control.sessions.get(id)).stage)
  return stages
}

/** Asserts that no session and no visit that was answered is lost. @returns the ids of all completed sessions */
export const expectNothingLost = async (
  { created, visited }: SessionLoad,
  server: Pick<RunningMockYoti, 'control'>,
): Promise<string[]> => {
  const stages = await stagesOf(server)
  expect([...created].filter((id) => !stages.has(id))).toEqual([])
  expect([...visited].filter((id) => stages.get(id) !== 'completed')).toEqual([])
  return [...stages].filter(([, stage]) => stage === 'completed').map(([id]) => id)
}

/** Waits until the end of each of these sessions was told. @returns the topics that came, by session */
export const untilEndsAreTold = async (
  completed: readonly string[],
  receiver: Receiver,
): Promise<Map<string, string[]>> => {
  const lacking = () => {
    const sent = topicsBySession(receiver)
    return completed.filter((id) => !sent.get(id)?.includes('session_completion')).length
  }
  await expect.poll(lacking, { timeout: 60_000 }).toBe(0)
  return topicsBySession(receiver)
}
