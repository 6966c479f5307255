import type { Schema } from '../../server/openapi/schema.js'
import { type Change, inJson } from './changed-yoti.js'

type Result = Schema<'SessionResult'>
type Check = Result['checks'][number]
type Loose = Record<string, unknown>

const session = /^\/sessions\/[^/]+$/

/** A change of each result of a session. */
const inResult = (change: (result: Result & Loose) => unknown): Change =>
  inJson(session, (result: Result & Loose) => ('state' in result ? change(result) : undefined))

const inChecks = (change: (check: Check & Loose) => unknown): Change =>
  inResult((result) => {
    for (const check of result.checks) change(check as Check & Loose)
  })

const rename = (value: Loose, from: string, to: string) => {
  value[to] = value[from]
  delete value[from]
}

const everyTime = (value: unknown, change: (text: string) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => everyTime(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && /^(?:created|created_at|last_updated)$/.test(key)
        ? change(item)
        : everyTime(item, change),
    ]),
  )
}

const onAnswer =
  (path: RegExp, change: (message: Parameters<Change>[0]) => unknown): Change =>
  (message) => {
    if (path.test(message.path)) change(message)
    return undefined
  }

const onNotification =
  (change: (body: Loose) => readonly Loose[]): Change =>
  (message) => {
    if (message.path !== '/notifications') return undefined
    const body = JSON.parse(message.body.toString()) as Loose
    return change(body).map((one) => ({ ...message, body: Buffer.from(JSON.stringify(one)) }))
  }

/** A way in which Yoti might have changed, and the sentence that says so. */
export type KnownChange = { readonly name: string; readonly change: Change; readonly found: RegExp }

/** Each is found by one of its findings; the order is that of the kinds of findings. */
export const knownChanges: readonly KnownChange[] = [
  {
    name: 'a field is renamed',
    change: inChecks(({ report }) => {
      if (report) rename(report as unknown as Loose, 'recommendation', 'verdict')
    }),
    found: /checks\[\]\.report\.recommendation is missing/,
  },
  {
    name: 'a field is new',
    change: inResult((result) => ({ ...result, risk_score: 17 })),
    found: /risk_score is not in openapi\.yaml/,
  },
  {
    name: 'a field in a list is new',
    change: inResult(({ resources }) => {
      for (const document of resources.id_documents) Object.assign(document, { issuing_state: 'CALIFORNIA' })
    }),
    found: /resources\.id_documents\[\]\.issuing_state is not in openapi\.yaml/,
  },
  {
    name: 'a required field is dropped',
    change: inChecks((check) => delete (check as Loose)['last_updated']),
    found: /checks\[\]\.last_updated is missing/,
  },
  {
    name: 'an optional field is dropped',
    change: inResult((result) => {
      delete result['user_tracking_id']
    }),
    found: /user_tracking_id is only in the scenario's answer/,
  },
  {
    name: 'a value of an enum is new',
    change: inChecks((check) => Object.assign(check, { state: 'ESCALATED' })),
    found: /checks\[\]\.state is ESCALATED, which openapi\.yaml does not list/,
  },
  {
    name: 'a state of sessions is new',
    change: inResult((result) =>
      result.state === 'ONGOING' ? Object.assign(result, { state: 'IN_REVIEW' }) : undefined,
    ),
    found: /: state is IN_REVIEW, which openapi\.yaml does not list/,
  },
  {
    name: 'a type of checks is new',
    change: inChecks((check) =>
      check.type === 'PROFILE_DOCUMENT_MATCH' ? Object.assign(check, { type: 'PROFILE_MATCH' }) : undefined,
    ),
    found: /checks\[\]\.type is PROFILE_MATCH, which openapi\.yaml does not list/,
  },
  {
    name: 'a type of documents is new',
    change: inResult(({ resources }) => {
      for (const document of resources.id_documents) document.document_type = 'DIGITAL_PASSPORT'
    }),
    found: /id_documents\[\]\.document_type is DIGITAL_PASSPORT, which nobody knows here/,
  },
  {
    name: 'a reason is new',
    change: inChecks(({ report }) => {
      if (report && report.recommendation.value !== 'APPROVE') report.recommendation.reason = 'SOMETHING_ELSE'
    }),
    found: /recommendation\.reason is SOMETHING_ELSE, which nobody knows here/,
  },
  {
    name: 'a sub-check is new',
    change: inChecks(({ report }) =>
      report?.breakdown.push({ sub_check: 'deep_fake_detection', result: 'PASS', details: [] }),
    ),
    found: /sub_check is deep_fake_detection, which nobody knows here/,
  },
  {
    name: 'words are written in lower case',
    change: inChecks(({ report }) => {
      if (report) Object.assign(report.recommendation, { value: report.recommendation.value.toLowerCase() })
    }),
    found: /recommendation\.value is (?:approve|reject), which openapi\.yaml does not list/,
  },
  {
    name: 'a number is a text',
    change: inResult((result) =>
      Object.assign(result, { client_session_token_ttl: String(result.client_session_token_ttl) }),
    ),
    found: /client_session_token_ttl is of type string, not integer/,
  },
  {
    name: 'a list is null where it was empty',
    change: inResult((result) => (result.checks.length === 0 ? Object.assign(result, { checks: null }) : undefined)),
    found: /: checks is of type null, not array/,
  },
  {
    name: 'times have milliseconds',
    change: inJson(session, (result) => everyTime(result, (text) => text.replace('Z', '.000Z'))),
    found: /is a time like 9999-99-99T99:99:99\.999Z/,
  },
  {
    name: 'times are numbers',
    change: inJson(session, (result) => everyTime(result, (text) => Date.parse(text))),
    found: /checks\[\]\.created is of type integer, not string/,
  },
  {
    name: 'ids are no UUIDs',
    change: inChecks((check) => Object.assign(check, { id: `chk_${check.id.replaceAll('-', '')}` })),
    found: /checks\[\]\.id is no lower-case UUID/,
  },
  {
    name: 'a check is dropped',
    change: inResult((result) =>
      Object.assign(result, { checks: result.checks.filter(({ type }) => type !== 'ID_DOCUMENT_FACE_MATCH') }),
    ),
    found: /ID_DOCUMENT_FACE_MATCH was ordered, and a completed session has no such check/,
  },
  {
    name: 'checks come in another order',
    change: inResult((result) => Object.assign(result, { checks: [...result.checks].reverse() })),
    found: /checks is in another order/,
  },
  {
    name: 'an error has another code',
    change: onAnswer(session, (message) => {
      if (message.status === 404)
        message.body = Buffer.from(message.body.toString().replace('SESSION_NOT_FOUND', 'SESSION_GONE'))
    }),
    found: /getSession 404: the code is SESSION_GONE, not SESSION_NOT_FOUND/,
  },
  {
    name: 'a status is another',
    change: onAnswer(/^\/sessions$/, (message) => {
      if (message.status === 201) message.status = 200
    }),
    found: /createSession 200: openapi\.yaml does not give it this status/,
  },
  {
    name: 'a header is gone',
    change: onAnswer(/./, ({ headers }) => delete headers['x-request-id']),
    found: /getSession 200: the header x-request-id is missing/,
  },
  {
    name: 'a header is new',
    change: onAnswer(/./, ({ headers }) => Object.assign(headers, { 'x-yoti-region': 'eu-west-1' })),
    found: /the header x-yoti-region is not in openapi\.yaml/,
  },
  {
    name: 'images come in another format',
    change: onAnswer(/\/media\//, ({ headers }) => {
      if (headers['content-type']?.startsWith('image/')) headers['content-type'] = 'image/webp'
    }),
    found: /getMediaContent 200: the content type is image\/webp/,
  },
  {
    name: 'a webhook is sent twice',
    change: onNotification((body) => (body['topic'] === 'session_completion' ? [body, body] : [body])),
    found: /session_completion was notified twice/,
  },
  {
    name: 'a webhook is new',
    change: onNotification((body) =>
      body['topic'] === 'session_completion' ? [body, { ...body, topic: 'session_archived' }] : [body],
    ),
    found: /the topic session_archived is not in openapi\.yaml/,
  },
  {
    name: 'a webhook comes that nobody subscribed to',
    change: onNotification((body) => [body, { ...body, topic: 'client_session_token_deleted' }]),
    found: /client_session_token_deleted was notified, and nobody subscribed to it/,
  },
  {
    name: 'a webhook comes too late',
    change: (() => {
      const held: Loose[] = []
      return onNotification((body) => {
        if (body['topic'] === 'thank_you_email_requested') held.push(body)
        if (body['topic'] === 'thank_you_email_requested') return []
        return body['topic'] === 'session_completion' ? [body, ...held.splice(0)] : [body]
      })
    })(),
    found: /thank_you_email_requested was notified after session_completion/,
  },
  {
    name: 'a webhook does not come any more',
    change: onNotification((body) => (body['topic'] === 'first_branch_visit' ? [] : [body])),
    found: /first_branch_visit was subscribed to, and not notified of a completed session/,
  },
  {
    name: 'checks take hours',
    change: inChecks((check) => {
      const done = new Date(Date.parse(check.last_updated) + 3 * 3_600_000)
      if (check.state === 'DONE') check.last_updated = `${done.toISOString().slice(0, 19)}Z`
    }),
    found: /the check \w+ is longer than its scenario promises/,
  },
  {
    name: 'webhooks say more',
    change: onNotification((body) => [{ ...body, occurred_at: '2026-03-04T12:00:00Z' }]),
    found: /notification \w+: occurred_at is not in openapi\.yaml/,
  },
  {
    name: 'a completed session is ongoing again',
    change: (() => {
      const completed = new Set<string>()
      return inResult((result) => {
        if (completed.has(result.session_id)) return Object.assign(result, { state: 'ONGOING' })
        if (result.state === 'COMPLETED') completed.add(result.session_id)
        return undefined
      })
    })(),
    found: /a session that was COMPLETED became ONGOING/,
  },
]
