import type { ControlSchema } from '../openapi/schema.js'

/** What is wrong with an answer, and when: docs/faults.md. */
export type FaultRule = ControlSchema<'FaultRule'>

/** Milliseconds, or an ISO-8601 duration. */
export type Span = number | string

/** A rule with what became of it so far. */
export type CountedFault = {
  readonly id: string
  readonly rule: FaultRule
  /** How many requests it was about. */
  readonly matched: number
  /** How many of them it was applied to. */
  readonly applied: number
}

/** A rule that is applied to one answer. */
export type AppliedFault = {
  readonly id: string
  readonly rule: FaultRule
  /** How long the answer waits. */
  readonly delay: number
}

/** A request as rules see it. */
export type Call = {
  readonly operation: string
  readonly sdkId: string | undefined
  readonly sessionId: string | undefined
}

/** The rules of a scenario, counted for one session, or for an application's calls of one operation that are about none. */
export type ScenarioCounts = {
  readonly call: Call
  readonly scenario: string
  readonly rules: readonly CountedFault[]
}
