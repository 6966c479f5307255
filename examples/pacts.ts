/** Where contract tests write; `npm run pacts` copies it to contracts/pacts, `npm test` compares the two. */
export const pacts = '.cache/pacts'

/** The same for notifications, which have a provider of their own. */
export const webhookPacts = '.cache/pacts/webhooks'
