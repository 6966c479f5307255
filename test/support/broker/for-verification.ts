import { type BrokerStore, type Publication, versionOf } from './store.js'

type Selector = Readonly<Record<string, string | boolean>>

/** The question of a verifier. */
export type Question = {
  readonly consumerVersionSelectors?: readonly Selector[]
  readonly includePendingStatus?: boolean
  readonly includeWipPactsSince?: string
  readonly providerVersionBranch?: string
}

/** A pact that is to be verified, and whether a failure counts. */
export type Selected = { readonly publication: Publication; readonly pending: boolean; readonly wip: boolean }

/** The broker was asked for something that this stand-in does not do, or in a wrong way. */
export class BrokerRefusal extends Error {
  override readonly name = 'BrokerRefusal'
}

const known = ['mainBranch', 'matchingBranch', 'deployedOrReleased', 'deployed', 'released']
const named = ['branch', 'tag', 'environment', 'latest', 'consumer']

/** The last pact of each consumer. */
const latestOf = (publications: readonly Publication[]) =>
  publications.filter((own, index) => !publications.slice(index + 1).some(({ consumer }) => consumer === own.consumer))

const select = (store: BrokerStore, all: readonly Publication[], selector: Selector, branch: string | undefined) => {
  const unknown = Object.keys(selector).find((key) => ![...known, ...named].includes(key))
  if (unknown !== undefined) throw new BrokerRefusal(`no selector is called ${unknown}`)
  const { consumer, environment, tag } = selector
  const own = all.filter((publication) => consumer === undefined || publication.consumer === consumer)
  const of = ({ consumer: name, version }: Publication) => versionOf(store, name, version)
  if (selector['deployedOrReleased'] || selector['deployed'] || selector['released'] || environment)
    return own.filter((publication) => {
      const { environments } = of(publication)
      return environment === undefined ? environments.size > 0 : environments.has(String(environment))
    })
  if (tag !== undefined) return latestOf(own.filter((publication) => of(publication).tags.has(String(tag))))
  if (selector['latest']) return latestOf(own)
  if (selector['matchingBranch'] && branch === undefined)
    throw new BrokerRefusal('matchingBranch needs providerVersionBranch')
  const wanted = selector['mainBranch'] ? 'main' : String(selector['matchingBranch'] ? branch : selector['branch'])
  return latestOf(own.filter((publication) => of(publication).branches.has(wanted)))
}

/** Pending until a version of the provider's branch has verified it once. */
const isPending = (store: BrokerStore, { sha, provider }: Publication, branch: string | undefined) =>
  !store.results.some(
    (result) =>
      result.sha === sha &&
      result.success &&
      versionOf(store, provider, result.providerVersion).branches.has(branch ?? ''),
  )

const workInProgress = (store: BrokerStore, all: readonly Publication[], since: string) => {
  const branches = new Set(all.flatMap(({ consumer, version }) => [...versionOf(store, consumer, version).branches]))
  const heads = [...branches].flatMap((branch) =>
    latestOf(all.filter(({ consumer, version }) => versionOf(store, consumer, version).branches.has(branch))),
  )
  return heads.filter(({ at }) => at >= Date.parse(since))
}

/** The pacts that a verifier is to verify. */
export const pactsForVerification = (store: BrokerStore, provider: string, question: Question): Selected[] => {
  const { consumerVersionSelectors = [], includePendingStatus = false, includeWipPactsSince: since } = question
  const branch = question.providerVersionBranch
  const all = store.publications.filter((publication) => publication.provider === provider)
  const selectors = consumerVersionSelectors.length === 0 ? [{ latest: true }] : consumerVersionSelectors
  const picked = selectors.flatMap((selector) => select(store, all, selector, branch))
  const selected = new Map<string, Selected>()
  for (const publication of picked) {
    const pending = includePendingStatus && isPending(store, publication, branch)
    selected.set(publication.sha, { publication, pending, wip: false })
  }
  for (const publication of since === undefined ? [] : workInProgress(store, all, since))
    if (!selected.has(publication.sha) && isPending(store, publication, branch))
      selected.set(publication.sha, { publication, pending: true, wip: true })
  return [...selected.values()]
}
