import { UsageError } from '../../server/base/errors.js'
import { type Pact, parsePact } from './pact.js'
import type { Settings } from './settings.js'
import type { Source } from './source.js'

type Credentials = Pick<Settings, 'username' | 'password' | 'token'>

const authorisation = ({ username, password = '', token }: Credentials): Record<string, string> => {
  if (token !== undefined) return { Authorization: `Bearer ${token}` }
  if (username === undefined) return {}
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
}

/** The broker refused, and will refuse a verifier as well. */
export class BrokerRefusal extends UsageError {}

const ask = async (url: string, credentials: Credentials, question?: object): Promise<string> => {
  const headers = { Accept: 'application/hal+json', ...authorisation(credentials) }
  const post = question && { method: 'POST', body: JSON.stringify(question) }
  const response = await fetch(url, {
    headers: { ...headers, ...(question && { 'Content-Type': 'application/json' }) },
    ...post,
  }).catch((error: Error) => {
    throw new UsageError(`No broker answers at ${url}: ${error.message}`)
  })
  const text = await response.text()
  if (response.ok) return text
  const message = `The broker answered ${response.status} to ${url}: ${text.slice(0, 300)}`
  if (![400, 401, 403].includes(response.status)) throw new UsageError(message)
  throw new BrokerRefusal(`${message}. ${hintFor(response.status, credentials)}`)
}

/** The open-source broker answers 400 to a bearer token. */
const hintFor = (status: number, { token }: Credentials) =>
  status === 400 && token !== undefined
    ? 'The open-source broker takes no token: set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD'
    : 'Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN'

type Found = { readonly _embedded?: { readonly pacts?: readonly { readonly _links: { self: { href: string } } }[] } }

/** The pacts that a verifier would get from the broker; nothing for files, which are read elsewhere. */
export const readBrokerPacts = async (
  source: Exclude<Source, { kind: 'files' }>,
  settings: Settings,
  branch: string | undefined,
): Promise<Pact[]> => {
  if (source.kind === 'webhook') return [parsePact(await ask(source.pactUrl, settings), source.pactUrl)]
  const url = `${source.broker}/pacts/provider/${encodeURIComponent(settings.provider)}/for-verification`
  const text = await ask(url, settings, {
    consumerVersionSelectors: source.selectors,
    ...(branch !== undefined && { providerVersionBranch: branch }),
    ...(settings.wipSince !== undefined && { includePendingStatus: true, includeWipPactsSince: settings.wipSince }),
  })
  // What a broker answers to this question.
  const { _embedded: { pacts = [] } = {} } = JSON.parse(text) as Found
  return Promise.all(pacts.map(async ({ _links: { self } }) => parsePact(await ask(self.href, settings), self.href)))
}
