import type { Clock } from '../clock.js'
import type { ControlDeps } from '../control/index.js'
import { YotiError } from '../errors.js'
import type { Ids } from '../ids.js'
import { issueToken, type OauthDeps } from '../oauth/issue-token.js'
import type { CheckRequest, Surface } from '../openapi/validators.js'
import type { MediaContent } from '../sessions/find-media.js'
import type { SessionStore } from '../sessions/store.js'
import type { VisitPolicy } from '../sessions/transitions.js'
import type { Authenticate } from './authenticate.js'
import { answerControl } from './answer-control.js'
import { answerYoti } from './answer-yoti.js'
import type { Incoming } from './receive.js'
import { routeNowhere } from './route.js'

/** What the pipeline needs to answer. */
export type AnswerDeps = {
  readonly clock: Clock
  readonly ids: Ids
  readonly sessions: SessionStore
  readonly visitPolicy: VisitPolicy
  /** The scenario of created sessions that nothing else chooses one for. */
  readonly defaultScenario: string
  readonly control: ControlDeps
  readonly checkRequest: CheckRequest
  readonly authenticate: Authenticate
  readonly oauth: OauthDeps
}

/** A successful answer; `operation` says which part of the documents describes it. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  /** Bytes in place of a body, rendered when they are sent. */
  readonly content?: MediaContent
  readonly operation?: { readonly surface: Surface; readonly operationId: string }
  readonly scenarioId?: string
  /** What a strict server would have refused, and what is odd. For the log. */
  readonly note?: string
}

const answerOauth = async ({ method, bytes }: Omit<Incoming, 'target'>, deps: AnswerDeps): Promise<Answer> => {
  if (method !== 'POST') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'POST' } })
  const issued = await issueToken(await bytes(), deps.oauth)
  return { ...issued, operation: { surface: 'oauth', operationId: 'issueToken' } }
}

const document = async (method: string, of: Surface): Promise<Answer> => {
  if (method !== 'GET') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'GET' } })
  const { default: body } =
    of === 'yoti'
      ? await import('../openapi/generated/yoti.json', { with: { type: 'json' } })
      : await import('../openapi/generated/control.json', { with: { type: 'json' } })
  return { status: 200, body }
}

/** Decides what a request is answered. @throws YotiError for every answer that is not a success */
export const answer = async ({ target, ...request }: Incoming, deps: AnswerDeps): Promise<Answer> => {
  switch (target.surface) {
    case 'yoti':
      return answerYoti({ ...request, target }, deps)
    case 'control':
      return answerControl({ ...request, target }, deps)
    case 'document':
      return document(request.method, target.of)
    case 'oauth':
      return answerOauth(request, deps)
    case 'none':
      return routeNowhere(request.method, target.path)
  }
}
