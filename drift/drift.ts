import type { Accepted } from '../contracts/verify/accepted.js'
import type { Pact } from '../contracts/verify/pact.js'
import type { Scenario } from '../server/engine/scenarios/scenario.js'
import { createCatalogueCheck, type Express, type NearestScenario } from './against-catalogue.js'
import { type ConsumerCount, createPactCheck } from './against-pacts.js'
import { readBeliefs } from './beliefs.js'
import { createDocumentCheck } from './exchanges.js'
import { createFindings, type Finding } from './finding.js'
import { createFlowCheck } from './flow.js'
import { type FromFile, readRecordings } from './read-files.js'

/** What recordings are compared with. */
export const againsts = ['openapi', 'catalogue', 'pacts'] as const
export type Against = (typeof againsts)[number]

export type DriftOptions = {
  readonly against: readonly Against[]
  readonly pacts: readonly Pact[]
  readonly express: Express
  /** Those that are known: the built-in ones, and a team's own. */
  readonly scenarios: readonly Scenario[]
  /** How much longer or shorter than promised something may take, in milliseconds. */
  readonly toleratedMs: number
  readonly accepted: Accepted
}

/** What a comparison came to: what `--json` prints. */
export type DriftReport = {
  readonly tool: 'mock-yoti drift'
  readonly format: 1
  readonly against: readonly Against[]
  readonly exchanges: number
  readonly notifications: number
  readonly results: readonly NearestScenario[]
  readonly consumers: readonly ConsumerCount[]
  readonly findings: readonly Finding[]
  /** Why files could not be read. */
  readonly unread: readonly string[]
  /** Accepted findings that were not found. */
  readonly unused: readonly string[]
}

const withReason = (finding: Finding, { because }: Accepted): Finding => {
  const accepted = because(finding.title)
  return accepted === undefined ? finding : { ...finding, accepted }
}

type Check = { readonly check: (from: FromFile) => void }

/**
 * Compares recordings with what mock-yoti believes, one after the other.
 * @throws UsageError for files that are no recordings
 */
export const compareRecordings = async (
  paths: readonly string[],
  { against, pacts, express, scenarios, toleratedMs, accepted }: DriftOptions,
): Promise<DriftReport> => {
  const { tell, list } = createFindings()
  const beliefs = readBeliefs(scenarios)
  const flow = createFlowCheck({ beliefs, toleratedMs, tell })
  const document = createDocumentCheck(beliefs, tell)
  const catalogue = createCatalogueCheck(beliefs, express, tell)
  const contracts = createPactCheck(pacts, beliefs, tell)
  const checks: Readonly<Record<Against, readonly Check[]>> = {
    openapi: [document],
    catalogue: [catalogue, flow],
    pacts: [contracts],
  }
  const chosen = against.flatMap((name) => checks[name])
  const counts = { exchange: 0, notification: 0 }
  const unread: string[] = []
  for await (const from of readRecordings(paths, (message) => unread.push(message))) {
    counts[from.recording.kind] += 1
    for (const { check } of chosen) check(from)
  }
  if (against.includes('openapi')) document.tellUnseen()
  flow.finish()
  const findings = list().map((finding) => withReason(finding, accepted))
  return {
    tool: 'mock-yoti drift',
    format: 1,
    against,
    exchanges: counts.exchange,
    notifications: counts.notification,
    results: catalogue.nearest(),
    consumers: contracts.counts(),
    findings,
    unread,
    unused: accepted.names.filter((name) => !findings.some(({ title }) => title === name)),
  }
}

/** What has changed and nobody accepted: what was never seen says only that nobody recorded it. */
export const openFindings = ({ findings }: DriftReport): readonly Finding[] =>
  findings.filter(({ rank, accepted }) => rank !== 'unseen' && accepted === undefined)
