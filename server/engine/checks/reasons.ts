/** What one sub-check found; `FAIL` unless said. */
export type ReasonEffect = {
  readonly sub_check: string
  readonly result?: 'PASS' | 'FAIL'
  readonly details?: Readonly<Record<string, string>>
}

/** What a reason says of the sub-checks: which of them differ from an approval, or that no others were attempted. */
export type ReasonEffects = { readonly only: boolean; readonly effects: readonly ReasonEffect[] }

/** The recommendations that are no approval, as scenarios write them. */
export const refusals = ['reject', 'not_available', 'consider'] as const
export type Refusal = (typeof refusals)[number]

/** The documented reasons of each recommendation. A reason that is `none` is Yoti's way of giving none. */
export type Reasons = Readonly<Partial<Record<Refusal, Readonly<Record<string, ReasonEffects>>>>>

/** The key of a recommendation that Yoti gives without a reason. */
export const noReason = 'none'

const asEffect = (effect: string | ReasonEffect): ReasonEffect =>
  typeof effect === 'string' ? { sub_check: effect } : effect

/** These sub-checks fail, the others are as in an approval. */
export const fails = (...effects: readonly (string | ReasonEffect)[]): ReasonEffects => ({
  only: false,
  effects: effects.map(asEffect),
})

/** No sub-checks were attempted but these. */
export const only = (...effects: readonly (string | ReasonEffect)[]): ReasonEffects => ({
  only: true,
  effects: effects.map(asEffect),
})

/** The same findings for many reasons. */
export const each = (reasons: readonly string[], effects: ReasonEffects): Record<string, ReasonEffects> =>
  Object.fromEntries(reasons.map((reason) => [reason, effects]))
