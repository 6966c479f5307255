/** Where contract tests write; `npm run pacts` copies it to contracts/pacts, `npm test` compares the two. */
export const pacts = '.cache/pacts'
