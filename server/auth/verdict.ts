/**
 * What was found out about the sender of a request: the signature fits (`verified`); a token stands in for it (`bearer`,
 * `client-token`); there is none (`unsigned`) or nothing to verify it with (`unverified`), and the policy lets it pass;
 * nobody looked (`not-checked`); or it was `refused`.
 */
export type Verdict = 'verified' | 'bearer' | 'client-token' | 'unsigned' | 'unverified' | 'not-checked' | 'refused'
