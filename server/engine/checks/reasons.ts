/** The effect of a reason on one sub-check; `result` defaults to `FAIL`. */
export type ReasonEffect = {
  readonly sub_check: string
  readonly result?: 'PASS' | 'FAIL'
  readonly details?: Readonly<Record<string, string>>
}

/** The effects of a reason: the sub-checks that differ from an approval. With `only`, no other sub-check was attempted. */
export type ReasonEffects = { readonly only: boolean; readonly effects: readonly ReasonEffect[] }

/** The recommendations other than approval, as scenarios write them. */
export const refusals = ['reject', 'not_available', 'consider'] as const
export type Refusal = (typeof refusals)[number]

/** The documented reasons of each recommendation. The key `none` stands for a recommendation without a reason. */
export type Reasons = Readonly<Partial<Record<Refusal, Readonly<Record<string, ReasonEffects>>>>>

/** The key for a recommendation without a reason. */
export const noReason = 'none'

const asEffect = (effect: string | ReasonEffect): ReasonEffect =>
  typeof effect === 'string' ? { sub_check: effect } : effect

/** These sub-checks fail, the others are as in an approval. */
export const fails = (...effects: readonly (string | ReasonEffect)[]): ReasonEffects => ({
  only: false,
  effects: effects.map(asEffect),
})

/** Only these sub-checks were attempted. */
export const only = (...effects: readonly (string | ReasonEffect)[]): ReasonEffects => ({
  only: true,
  effects: effects.map(asEffect),
})

/** The same effects for many reasons. */
export const each = (reasons: readonly string[], effects: ReasonEffects): Record<string, ReasonEffects> =>
  Object.fromEntries(reasons.map((reason) => [reason, effects]))
