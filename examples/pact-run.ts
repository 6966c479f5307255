import { type PactRun, pactRun } from 'mock-yoti/pact'
import { comparePacts } from '../scripts/compare-pacts.mjs'
import { pacts } from './pacts.ts'

/** Joins the pacts of a run, then compares them with the committed ones. */
const run: PactRun = pactRun({ dir: pacts, cover: { groups: ['decisions'] }, check: () => comparePacts() })

export const setup: PactRun['setup'] = run.setup
export const teardown: PactRun['teardown'] = run.teardown
