import type { SignaturePolicy } from '../auth/application.js'

/** What every state is told. */
export type StateOptions = {
  readonly signatures: SignaturePolicy
  readonly scenario: string
  readonly maxSessions: number
  readonly journalSize: number
}
