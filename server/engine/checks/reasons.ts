/** What one sub-check found; `FAIL` unless said. */
export type Finding = {
  readonly sub_check: string
  readonly result?: 'PASS' | 'FAIL'
  readonly details?: Readonly<Record<string, string>>
}

/** What a reason says of the sub-checks: which of them differ from an approval, or that no others were attempted. */
export type Findings = { readonly only: boolean; readonly findings: readonly Finding[] }

/** The recommendations that are no approval, as scenarios write them. */
export const refusals = ['reject', 'not_available', 'consider'] as const
export type Refusal = (typeof refusals)[number]

/** The documented reasons of each recommendation. A reason that is `none` is Yoti's way of giving none. */
export type Reasons = Readonly<Partial<Record<Refusal, Readonly<Record<string, Findings>>>>>

/** The key of a recommendation that Yoti gives without a reason. */
export const noReason = 'none'

const asFinding = (finding: string | Finding): Finding =>
  typeof finding === 'string' ? { sub_check: finding } : finding

/** These sub-checks fail, the others are as in an approval. */
export const fails = (...findings: readonly (string | Finding)[]): Findings => ({
  only: false,
  findings: findings.map(asFinding),
})

/** No sub-checks were attempted but these. */
export const only = (...findings: readonly (string | Finding)[]): Findings => ({
  only: true,
  findings: findings.map(asFinding),
})

/** The same findings for many reasons. */
export const each = (reasons: readonly string[], findings: Findings): Record<string, Findings> =>
  Object.fromEntries(reasons.map((reason) => [reason, findings]))
