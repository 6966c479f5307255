/** Whether this runs in CI, where nothing may be left out and nothing committed may be rewritten. */
export const isCI = Boolean(process.env.CI) && process.env.CI !== 'false'
