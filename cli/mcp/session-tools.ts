import { UsageError } from '../../server/base/errors.js'
import type { ControlClient } from '../../server/client/control-client.js'
import { about, given, integer, list, object, oneOf, type Tool, text, tool, upTo } from './tool.js'

type View = Awaited<ReturnType<ControlClient['sessions']['get']>>

const stages = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed', 'refused', 'expired'] as const

/** A session in a few lines: its answer is asked for apart. */
const shorten = ({ answer: _answer, deliveries: _deliveries, client_session_token: _token, ...view }: View) => view

type Start = {
  scenario: string
  kind?: 'in-branch' | 'at-home'
  sdkId?: string
  notifications_endpoint?: string
  topics?: string[]
}

const startSession = tool<Start>({
  name: 'start_session',
  title: 'Start a session',
  description:
    'Starts a session of a scenario without being an application. Code under test reads it with GET /sessions/{session_id}. Then use drive_session, or let its visit happen by itself.',
  input: {
    properties: {
      scenario: about('its id; find_scenarios lists them'),
      kind: oneOf(['in-branch', 'at-home'], 'as the scenario has it unless said'),
      sdkId: about('the application that owns it'),
      notifications_endpoint: about('where webhooks are posted'),
      topics: about('of webhooks; SESSION_COMPLETION unless said', { type: 'array', items: text }),
    },
    required: ['scenario'],
  },
  output: {
    properties: { session_id: text, client_session_token: text, user_view_url: text, session: object, next: text },
    required: ['session_id', 'client_session_token', 'user_view_url', 'session', 'next'],
  },
  hints: { readOnlyHint: false, destructiveHint: false },
  run: async ({ notifications_endpoint: endpoint, topics = ['SESSION_COMPLETION'], scenario, kind, sdkId }, driven) => {
    const view = await driven.control.sessions.start({
      scenario,
      ...given({ kind, sdkId }),
      ...(endpoint !== undefined && { notifications: { endpoint, topics } }),
    })
    const { session_id, client_session_token, user_view_url } = view
    const next = 'drive_session with action visit completes it now; action wait with stage completed waits'
    return { session_id, client_session_token, user_view_url, session: shorten(view), next }
  },
})

type Inspect = {
  session_id?: string
  sdkId?: string
  stage?: (typeof stages)[number]
  scenario?: string
  limit?: number
  include?: ('answer' | 'requests' | 'webhooks')[]
}

const inspectSessions = tool<Inspect>({
  name: 'inspect_sessions',
  title: 'Look at sessions',
  description:
    'With session_id: one session, what has happened and what is to come; include adds the answer of Yoti’s API, the requests about it, its webhooks. Without: a list.',
  input: {
    properties: {
      session_id: about('a session’s or a scenario’s id'),
      sdkId: about('for the list'),
      stage: oneOf(stages, 'for the list'),
      scenario: about('for the list'),
      limit: upTo(100, 'for the list; 20 unless said'),
      include: about('for one session', {
        type: 'array',
        items: { type: 'string', enum: ['answer', 'requests', 'webhooks'] },
      }),
    },
  },
  output: {
    properties: { sessions: list, session: object, answer: object, requests: list, webhooks: list },
    required: [],
  },
  hints: { readOnlyHint: true },
  run: async ({ session_id, include = [], limit = 20, ...filter }, { control }) => {
    if (session_id === undefined) return { sessions: await control.sessions.list({ limit, ...given(filter) }) }
    const view = await control.sessions.get(session_id)
    const { requests } = include.includes('requests')
      ? await control.requests.summaries({ sessionId: session_id })
      : { requests: undefined }
    return {
      session: shorten(view),
      ...(include.includes('answer') && { answer: view.answer }),
      ...(requests && { requests }),
      ...(include.includes('webhooks') && { webhooks: view.deliveries ?? [] }),
    }
  },
})

const steps = ['scan-letter', 'capture-document', 'capture-face', 'complete', 'refuse'] as const
const actions = ['visit', ...steps, 'expire', 'change-scenario', 'delete', 'wait'] as const

type Drive = {
  session_id: string
  action: (typeof actions)[number]
  document?: number
  reason?: string
  scenario?: string
  stage?: (typeof stages)[number]
  timeout_seconds?: number
}

const drive = async (
  { session_id, action, document, reason, scenario, stage, timeout_seconds }: Drive,
  { sessions }: ControlClient,
): Promise<View | undefined> => {
  switch (action) {
    case 'visit':
      return sessions.visit(session_id)
    case 'expire':
      return sessions.expire(session_id)
    case 'delete':
      await sessions.delete(session_id)
      return undefined
    case 'change-scenario':
      if (scenario === undefined) throw new UsageError('change-scenario needs scenario')
      return sessions.changeScenario(session_id, scenario)
    case 'wait':
      return sessions.waitFor(session_id, stage ?? 'completed', { timeoutSeconds: timeout_seconds ?? 10 })
    default:
      return sessions.visit(session_id, { step: action, ...given({ document, reason }) })
  }
}

const driveSession = tool<Drive>({
  name: 'drive_session',
  title: 'Drive a session',
  description:
    'Does something to a created session: the whole visit, one step of it, expire, change-scenario, delete, or wait for a stage. Answers the session as it stands.',
  input: {
    properties: {
      session_id: text,
      action: oneOf(actions, 'what to do'),
      document: upTo(100, 'for capture-document: which one, counted from 1'),
      reason: about('for refuse'),
      scenario: about('for change-scenario'),
      stage: oneOf(stages, 'for wait; completed unless said'),
      timeout_seconds: upTo(60, 'for wait; 10 unless said'),
    },
    required: ['session_id', 'action'],
  },
  output: { properties: { session: object, deleted: text, hint: text, count: integer }, required: [] },
  hints: { readOnlyHint: false, destructiveHint: false },
  run: async (args, { control }) => {
    const view = await drive(args, control)
    return view === undefined ? { deleted: args.session_id } : { session: shorten(view) }
  },
})

export const sessionTools: readonly Tool[] = [startSession, inspectSessions, driveSession]
