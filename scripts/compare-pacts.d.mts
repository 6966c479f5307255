/** @throws Error naming the pacts in contracts/pacts that are not what the contract tests have just written */
export declare const comparePacts: () => Promise<void>
