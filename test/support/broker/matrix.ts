import { BrokerRefusal } from './for-verification.js'
import { type BrokerStore, type Publication, resultOf, versionOf } from './store.js'

const deployed = (store: BrokerStore, pacticipant: string, environment: string) =>
  [...(store.versions.get(pacticipant) ?? [])].flatMap(([number, { environments }]) =>
    environments.has(environment) ? [number] : [],
  )

type Row = { readonly publication: Publication; readonly providerVersion: string | undefined }

/** The pairs that must agree before a version goes to an environment: what it asks for, and what asks for it. */
const rowsFor = (store: BrokerStore, pacticipant: string, version: string, environment: string): Row[] => {
  const asked = store.publications.filter((own) => own.consumer === pacticipant && own.version === version)
  const asking = store.publications.filter(
    (own) => own.provider === pacticipant && versionOf(store, own.consumer, own.version).environments.has(environment),
  )
  return [
    ...asked.flatMap((publication) => {
      const there = deployed(store, publication.provider, environment)
      return (there.length === 0 ? [undefined] : there).map((providerVersion) => ({ publication, providerVersion }))
    }),
    ...asking.map((publication) => ({ publication, providerVersion: version })),
  ]
}

const judge = (store: BrokerStore, { publication, providerVersion }: Row) =>
  providerVersion === undefined ? undefined : resultOf(store, publication.sha, providerVersion)

/** The answer to `can-i-deploy --to-environment`. */
export const matrix = (store: BrokerStore, base: string, query: URLSearchParams): object => {
  const pacticipants = query.getAll('q[][pacticipant]')
  const [version] = query.getAll('q[][version]')
  const environment = query.get('environment')
  const [pacticipant] = pacticipants
  if (pacticipant === undefined || pacticipants.length > 1 || version === undefined || environment === null)
    throw new BrokerRefusal('this stand-in answers can-i-deploy of one version to an environment')
  if (!store.environments.some(({ name }) => name === environment))
    throw new BrokerRefusal(`Environment with name '${environment}' does not exist`)
  if (store.versions.get(pacticipant)?.has(version) !== true) {
    const reason = `No pacts or verifications have been published for version ${version} of ${pacticipant}`
    const summary = { deployable: null, reason, success: 0, failed: 0, unknown: 0 }
    return { summary, notices: [{ type: 'error', text: reason }], matrix: [] }
  }
  const rows = rowsFor(store, pacticipant, version, environment)
  const results = rows.map((row) => judge(store, row))
  const failed = results.filter((result) => result?.success === false).length
  const unknown = results.filter((result) => result === undefined).length
  const deployable = failed > 0 ? false : unknown > 0 ? null : true
  const reason = deployable
    ? 'All required verification results are published and successful'
    : `${failed} failed and ${unknown} missing verification results`
  return {
    summary: { deployable, reason, success: rows.length - failed - unknown, failed, unknown },
    notices: [{ type: deployable ? 'success' : 'error', text: reason }],
    matrix: rows.map(({ publication, providerVersion }, index) => ({
      consumer: { name: publication.consumer, version: { number: publication.version } },
      provider: {
        name: publication.provider,
        version: providerVersion === undefined ? null : { number: providerVersion },
      },
      pact: { createdAt: new Date(publication.at).toISOString() },
      verificationResult: results[index]
        ? { success: results[index].success, _links: { self: { href: `${base}/results/${index}` } } }
        : null,
    })),
  }
}
