import { type PactRun, pactRun } from 'mock-yoti/pact'
import { comparePacts } from '../scripts/compare-pacts.mjs'
import { webhookPacts } from './pacts.ts'

/** Joins the pacts of notifications, then compares them with the committed ones. */
const run: PactRun = pactRun({ dir: webhookPacts, check: () => comparePacts('webhooks/') })

export const setup: PactRun['setup'] = run.setup
export const teardown: PactRun['teardown'] = run.teardown
