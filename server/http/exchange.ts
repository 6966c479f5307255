import type { Authenticate } from '../auth/authenticate.js'
import type { DriverPolicy } from '../auth/driver.js'
import type { Ids } from '../base/ids.js'
import type { ControlDeps } from '../control/table.js'
import type { MediaContent } from '../engine/results/find-media.js'
import type { VisitPolicy } from '../engine/sessions/transitions.js'
import type { OauthDeps } from '../oauth/issue-token.js'
import type { CheckRequest, Surface } from '../openapi/validators.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { SessionStore } from '../state/memory/sessions.js'

/** What the pipeline needs to answer. */
export type AnswerDeps = {
  readonly clocks: Clocks
  readonly ids: Ids
  readonly sessions: SessionStore
  readonly visitPolicy: VisitPolicy
  readonly control: ControlDeps
  readonly driver: DriverPolicy
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
  /** A page for people in place of a body. */
  readonly page?: { readonly headers: Readonly<Record<string, string>>; readonly html: string }
  readonly operation?: { readonly surface: Surface; readonly operationId: string }
}
