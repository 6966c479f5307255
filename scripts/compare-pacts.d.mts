export declare const written: URL
export declare const committed: URL
export declare const namesIn: (folder: URL) => Promise<string[]>
type Pact = { readonly interactions: readonly { readonly description: string }[] }
/** What is committed of a pact: results of the group decisions, and every operation. */
export declare const committedPart: <Written extends Pact>(pact: Written) => Promise<Written>
/** Committed pacts that no test writes any more. */
export declare const leftover: (below: string) => Promise<string[]>
/**
 * @param below the folder below both, with its slash at the end
 * @throws Error naming the pacts in contracts/pacts that are not what the contract tests have just written
 */
export declare const comparePacts: (below?: string) => Promise<void>
