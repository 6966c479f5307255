import { createHash } from 'node:crypto'

/** A pact as a consumer's version published it. */
export type Publication = {
  readonly consumer: string
  readonly version: string
  readonly provider: string
  readonly sha: string
  readonly pact: PactContent
  readonly at: number
}

export type PactContent = {
  readonly consumer: object
  readonly provider: object
  readonly interactions: readonly object[]
}

export type VerificationResult = {
  readonly provider: string
  readonly providerVersion: string
  readonly sha: string
  readonly success: boolean
  readonly body: unknown
}

type Version = { readonly branches: Set<string>; readonly tags: Set<string>; readonly environments: Set<string> }

export type Environment = {
  readonly uuid: string
  readonly name: string
  readonly displayName: string
  readonly production: boolean
}

/** What a broker knows. */
export type BrokerStore = {
  readonly publications: Publication[]
  readonly results: VerificationResult[]
  readonly environments: Environment[]
  /** Pacticipant → version. */
  readonly versions: Map<string, Map<string, Version>>
}

export const createStore = (): BrokerStore => ({
  publications: [],
  results: [],
  environments: [],
  versions: new Map(),
})

/** A version of a pacticipant; it exists as soon as somebody names it. */
export const versionOf = ({ versions }: BrokerStore, pacticipant: string, number: string): Version => {
  const own = versions.get(pacticipant) ?? new Map<string, Version>()
  const version = own.get(number) ?? { branches: new Set(), tags: new Set(), environments: new Set() }
  versions.set(pacticipant, own.set(number, version))
  return version
}

/** The content alone: two versions that publish the same pact share its verification results. */
export const shaOf = (pact: PactContent): string =>
  createHash('sha256')
    .update(JSON.stringify([pact.consumer, pact.provider, pact.interactions]))
    .digest('hex')
    .slice(0, 40)

/** @returns false when the version has published another content before */
export const publish = (store: BrokerStore, publication: Publication): boolean => {
  const { consumer, version, provider, sha } = publication
  const earlier = store.publications.find(
    (other) => other.consumer === consumer && other.version === version && other.provider === provider,
  )
  if (earlier === undefined) store.publications.push(publication)
  return earlier === undefined || earlier.sha === sha
}

/** Whether a provider's version has verified a pact's content; the last result counts. */
export const resultOf = (store: BrokerStore, sha: string, providerVersion: string): VerificationResult | undefined =>
  store.results.findLast((result) => result.sha === sha && result.providerVersion === providerVersion)
