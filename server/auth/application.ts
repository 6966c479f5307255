/**
 * What is done about signatures: nothing (`off`); verified when a key is registered and otherwise noted (`lenient`);
 * refused unless everything is right, as Yoti does (`strict`).
 */
export const signaturePolicies = ['off', 'lenient', 'strict'] as const
export type SignaturePolicy = (typeof signaturePolicies)[number]

/** A relying business as Yoti knows it. Plain data, so that it can be kept anywhere. */
export type Application = {
  readonly sdkId: string
  /** Public keys, as PEM; any of them verifies its signatures. */
  readonly keys: readonly string[]
  /** Its own policy; the server's unless given. */
  readonly signatures?: SignaturePolicy
  /** The scenario of the sessions that it creates and that name none; the server's default unless given. */
  readonly scenario?: string
}
