/**
 * @param below the folder below both, with its slash at the end
 * @throws Error naming the pacts in contracts/pacts that are not what the contract tests have just written
 */
export declare const comparePacts: (below?: string) => Promise<void>
