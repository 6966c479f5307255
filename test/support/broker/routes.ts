import { randomUUID } from 'node:crypto'
import { BrokerRefusal, pactsForVerification, type Question, type Selected } from './for-verification.js'
import { indexLinks, interactionsWithIds, named, pacticipantLinks, pactLinks, versionLinks } from './links.js'
import { matrix } from './matrix.js'
import { type BrokerStore, type PactContent, publish, shaOf, versionOf } from './store.js'

export type Call = {
  readonly store: BrokerStore
  /** The broker's own address. */
  readonly base: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  // Whatever the tool under test has sent; each route reads what it needs.
  readonly body: unknown
}

export type Answer = { readonly status: number; readonly body?: object }

type Route = { readonly method: string; readonly path: RegExp; readonly answer: (call: Call) => Answer }

const ok = (body: object, status = 200): Answer => ({ status, body })
const missing: Answer = { status: 404, body: { error: 'No such resource' } }

type Contract = { consumerName: string; providerName: string; content: string }
type Publishing = {
  pacticipantName: string
  pacticipantVersionNumber: string
  branch?: string
  tags?: string[]
  contracts: Contract[]
}

const publishContracts = ({ store, base, body }: Call): Answer => {
  const { pacticipantName: name, pacticipantVersionNumber: number, branch, tags = [], contracts } = body as Publishing
  const version = versionOf(store, name, number)
  if (branch !== undefined) version.branches.add(branch)
  for (const tag of tags) version.tags.add(tag)
  for (const { consumerName, providerName, content } of contracts) {
    const pact = JSON.parse(Buffer.from(content, 'base64').toString()) as PactContent
    const publication = { consumer: consumerName, version: number, provider: providerName, sha: shaOf(pact), pact }
    if (!publish(store, { ...publication, at: Date.now() })) {
      const text = `version ${number} of ${name} has another pact already`
      return ok({ notices: [{ type: 'error', text }], errors: { contracts: [text] } }, 409)
    }
  }
  const text = `${contracts.length} pacts of ${name} ${number} published`
  return ok({
    notices: [{ type: 'success', text }],
    logs: [{ level: 'info', message: text, deprecationWarning: '' }],
    _embedded: {
      pacticipant: { name, _links: { self: named('Pacticipant', name, `${base}/pacticipants/${name}`) } },
      version: {
        number,
        _links: { self: named('Version', number, `${base}/pacticipants/${name}/versions/${number}`) },
      },
    },
    _links: {
      self: { href: `${base}/contracts/publish` },
      'pb:pacticipant': named('Pacticipant', name, `${base}/pacticipants/${name}`),
      'pb:pacticipant-version': named('Version', number, `${base}/pacticipants/${name}/versions/${number}`),
      'pb:pacticipant-version-tags': tags.map((tag) => named('Tag', tag, `${base}/tags/${tag}`)),
      'pb:contracts': contracts.map(({ providerName }) => named('Pact', providerName, `${base}/pacts`)),
    },
  })
}

const forVerification = ({ store, base, path: [provider = ''], body }: Call): Answer => {
  const shown = ({ publication, pending, wip }: Selected) => ({
    shortDescription: publication.version,
    verificationProperties: {
      pending,
      ...(wip && { wip }),
      notices: [{ when: 'before_verification', text: `${publication.consumer} ${publication.version}` }],
    },
    _links: { self: pactLinks(base, publication).self },
  })
  const pacts = pactsForVerification(store, provider, (body ?? {}) as Question).map(shown)
  // A verifier reads this by GET first and then asks with POST what the link says.
  return ok({ _embedded: { pacts }, _links: { self: { href: `${base}/pacts/provider/${provider}/for-verification` } } })
}

const getPact = ({ store, base, path: [provider, consumer, sha] }: Call): Answer => {
  const publication = store.publications.findLast(
    (own) => own.provider === provider && own.consumer === consumer && own.sha === sha,
  )
  if (publication === undefined) return missing
  const { pact } = publication
  return ok({ ...pact, interactions: interactionsWithIds(pact), _links: pactLinks(base, publication) })
}

type Result = { success: boolean; providerApplicationVersion: string }

const publishResult = ({ store, base, path: [provider = '', , sha = ''], body }: Call): Answer => {
  const { success, providerApplicationVersion: providerVersion } = body as Result
  versionOf(store, provider, providerVersion)
  store.results.push({ provider, providerVersion, sha, success, body })
  return ok({ _links: { self: { href: `${base}/results/${store.results.length}` } } }, 201)
}

const createEnvironment = ({ store, body }: Call): Answer => {
  const environment = { uuid: randomUUID(), ...(body as { name: string; displayName: string; production: boolean }) }
  store.environments.push(environment)
  return ok(environment, 201)
}

const put =
  (kind: 'branches' | 'tags') =>
  ({ store, path: [pacticipant = '', first = '', second = ''] }: Call): Answer => {
    const [name, number] = kind === 'branches' ? [first, second] : [second, first]
    versionOf(store, pacticipant, number)[kind].add(name)
    return ok({ name }, 201)
  }

const deploy = ({ store, path: [pacticipant = '', number = '', uuid = ''] }: Call): Answer => {
  const environment = store.environments.find((one) => one.uuid === uuid)?.name
  if (environment === undefined) return missing
  for (const version of store.versions.get(pacticipant)?.values() ?? []) version.environments.delete(environment)
  versionOf(store, pacticipant, number).environments.add(environment)
  return ok({ uuid: randomUUID(), currentlyDeployed: true }, 201)
}

const getVersion = ({ store, base, path: [pacticipant = '', number = ''] }: Call): Answer =>
  store.versions.get(pacticipant)?.has(number) ? ok(versionLinks(base, store, pacticipant, number)) : missing

/** The calls that verifiers and the Pact CLI make; `([^/]+)` becomes a part of `path`. */
export const routes: readonly Route[] = [
  { method: 'GET', path: /^\/$/, answer: ({ base }) => ok(indexLinks(base)) },
  { method: 'POST', path: /^\/contracts\/publish$/, answer: publishContracts },
  { method: 'GET', path: /^\/pacts\/provider\/([^/]+)\/for-verification$/, answer: forVerification },
  { method: 'POST', path: /^\/pacts\/provider\/([^/]+)\/for-verification$/, answer: forVerification },
  { method: 'GET', path: /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)$/, answer: getPact },
  {
    method: 'POST',
    path: /^\/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/pact-version\/([^/]+)\/verification-results$/,
    answer: publishResult,
  },
  {
    method: 'GET',
    path: /^\/pacticipants\/([^/]+)$/,
    answer: ({ base, path: [name = ''] }) => ok(pacticipantLinks(base, name)),
  },
  { method: 'PUT', path: /^\/pacticipants\/([^/]+)\/branches\/([^/]+)\/versions\/([^/]+)$/, answer: put('branches') },
  { method: 'PUT', path: /^\/pacticipants\/([^/]+)\/versions\/([^/]+)\/tags\/([^/]+)$/, answer: put('tags') },
  { method: 'GET', path: /^\/pacticipants\/([^/]+)\/versions\/([^/]+)$/, answer: getVersion },
  {
    method: 'POST',
    path: /^\/pacticipants\/([^/]+)\/versions\/([^/]+)\/deployed-versions\/environment\/([^/]+)$/,
    answer: deploy,
  },
  {
    method: 'GET',
    path: /^\/environments$/,
    answer: ({ store }) => ok({ _embedded: { environments: store.environments } }),
  },
  { method: 'POST', path: /^\/environments$/, answer: createEnvironment },
  { method: 'GET', path: /^\/matrix$/, answer: ({ store, base, query }) => ok(matrix(store, base, query)) },
]

/** What the broker answers to a call. */
export const answerCall = (method: string, path: string, call: Omit<Call, 'path'>): Answer => {
  for (const route of routes) {
    const found = route.method === method ? route.path.exec(path) : null
    if (found === null) continue
    try {
      return route.answer({ ...call, path: found.slice(1).map(decodeURIComponent) })
    } catch (error) {
      if (error instanceof BrokerRefusal) return ok({ errors: { consumerVersionSelectors: [error.message] } }, 400)
      throw error
    }
  }
  return missing
}
