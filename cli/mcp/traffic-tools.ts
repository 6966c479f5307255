import { UsageError } from '../../server/base/errors.js'
import type { ControlClient } from '../../server/client/control-client.js'
import { about, flag, given, integer, list, object, oneOf, type Tool, text, tool, upTo } from './tool.js'

const filters = {
  sessionId: about('of this session'),
  sdkId: about('of this application'),
  operation: about('an operationId, such as getSession, createSession, getMediaContent'),
  status: about('a status, or a class: 5xx'),
  matched: about('whether an operation answers it', flag),
  scenario: about('of the session’s scenario'),
}

type Filter = {
  sessionId?: string
  sdkId?: string
  operation?: string
  status?: string
  matched?: boolean
  scenario?: string
}

const findRequests = tool<Filter & { limit?: number; detail?: 'summary' | 'full' }>({
  name: 'find_requests',
  title: 'What the code under test sent',
  description:
    'The recorded requests, the last ones: how each was judged and answered, why it was refused and what to do about it (explanation, hint, near miss). detail full adds headers and bodies.',
  input: {
    properties: {
      ...filters,
      limit: upTo(100, 'the last so many; 20 unless said'),
      detail: oneOf(['summary', 'full'], 'summary unless said'),
    },
  },
  output: {
    properties: { requests: list, total: integer, left_out: integer },
    required: ['requests', 'total', 'left_out'],
  },
  hints: { readOnlyHint: true },
  run: async ({ limit = 20, detail = 'summary', ...filter }, { control }) => {
    const asked = { ...given(filter), limit }
    const { requests: summaries, total } = await control.requests.summaries(asked)
    const full = detail === 'full' || summaries.some(({ verdict, matched }) => verdict === 'refused' || !matched)
    const recorded = full ? await control.requests.list(asked) : []
    const requests = summaries.map((summary) => {
      const known = recorded.find(({ id }) => id === summary.id)
      if (detail === 'full' && known !== undefined) return known
      const hint = known?.error?.hint
      const explanation = known?.signature?.explanation
      return { ...summary, ...given({ hint, explanation }) }
    })
    return { requests, total, left_out: total - requests.length }
  },
})

type Expectation = Parameters<ControlClient['requests']['verify']>[0]

const verifyRequests = tool<Expectation>({
  name: 'verify_requests',
  title: 'Did these requests come?',
  description:
    'Counts the requests that fit and says whether it is the expected number (at least one unless said). If it is not, the message names the nearest requests and what they differ in.',
  input: {
    properties: {
      ...filters,
      method: text,
      path: about('the whole path, base included'),
      query: about('names and values that must be there', object),
      headers: about('names and values that must be there', object),
      body: about('what the body has, at least'),
      exactly: integer,
      atLeast: integer,
      atMost: integer,
    },
  },
  output: { properties: { ok: flag, count: integer, message: text }, required: ['ok'] },
  hints: { readOnlyHint: true },
  run: async (expectation, { control }) => {
    try {
      return { ok: true, count: await control.requests.verify(expectation) }
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'VERIFICATION_FAILED') throw error
      return { ok: false, message: (error as Error).message }
    }
  },
})

const webhookActions = ['list', 'hold', 'release', 'retry', 'send', 'duplicate', 'notify', 'wait'] as const

type Webhooks = {
  action: (typeof webhookActions)[number]
  id?: number
  sessionId?: string
  sdkId?: string
  topic?: string
  status?: 'waiting' | 'held' | 'delivered' | 'failed'
  about?: string
  limit?: number
}

const idOf = ({ action, id }: Webhooks): number => {
  if (id === undefined) throw new UsageError(`${action} needs id: list shows the ids`)
  return id
}

const runWebhooks = async (args: Webhooks, { notifications }: ControlClient): Promise<readonly object[]> => {
  const { action, sessionId, sdkId, topic, status, limit = 20 } = args
  const owner = given({ sessionId, sdkId })
  const filter = { ...owner, ...given({ topic, status }) }
  switch (action) {
    case 'list':
      return (await notifications.summaries({ ...filter, limit })).notifications
    case 'wait':
      return notifications.waitFor(filter)
    case 'send':
      return [await notifications.send(idOf(args))]
    case 'duplicate':
      return [await notifications.duplicate(idOf(args))]
    case 'notify':
      if (sessionId === undefined || topic === undefined) throw new UsageError('notify needs sessionId and topic')
      return [await notifications.notifyNow({ sessionId, topic, ...given({ about: args.about }) })]
    case 'retry':
      return notifications.retryNow(owner)
    default:
      return notifications[action](owner)
  }
}

const webhooks = tool<Webhooks>({
  name: 'webhooks',
  title: 'Webhooks',
  description:
    'The notifications that the mock sends to the receiver of a session: list them with their attempts, hold and release them, make the next attempt now (retry), send or duplicate one, notify about a session now, or wait for one to be delivered.',
  input: {
    properties: {
      action: oneOf(webhookActions, 'what to do'),
      id: about('for send and duplicate', integer),
      sessionId: about('of this session'),
      sdkId: about('of this application'),
      topic: about('such as session_completion, first_branch_visit'),
      status: oneOf(['waiting', 'held', 'delivered', 'failed'], 'for list and wait'),
      about: about('for notify: the id of a resource, task or check, for topics that have one'),
      limit: upTo(100, 'for list: the last so many; 20 unless said'),
    },
    required: ['action'],
  },
  output: { properties: { deliveries: list }, required: ['deliveries'] },
  hints: { readOnlyHint: false, destructiveHint: false },
  run: async (args, { control }) => ({ deliveries: await runWebhooks(args, control) }),
})

export const trafficTools: readonly Tool[] = [findRequests, verifyRequests, webhooks]
