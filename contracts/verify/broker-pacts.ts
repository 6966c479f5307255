import { UsageError } from '../../server/base/errors.js'
import { readJson } from '../../server/base/read-json.js'
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

const ask = async (url: string, credentials: Credentials, question?: object): Promise<Buffer> => {
  const headers = { Accept: 'application/hal+json', ...authorisation(credentials) }
  const post = question && { method: 'POST', body: JSON.stringify(question) }
  const response = await fetch(url, {
    headers: { ...headers, ...(question && { 'Content-Type': 'application/json' }) },
    ...post,
  }).catch((error: Error) => {
    throw new UsageError(`No broker answers at ${url}: ${error.message}`)
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.ok) return bytes
  const message = `The broker answered ${response.status} to ${url}: ${bytes.toString('utf8', 0, 300)}`
  if (![400, 401, 403].includes(response.status)) throw new UsageError(message)
  throw new BrokerRefusal(`${message}. ${hintFor(response.status, credentials)}`)
}

/** The open-source broker answers 400 to a bearer token. */
const hintFor = (status: number, { token }: Credentials) =>
  status === 400 && token !== undefined
    ? 'The open-source broker takes no token: set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD'
    : 'Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or PACT_BROKER_TOKEN'

type Found = { readonly _embedded?: { readonly pacts?: readonly { readonly _links: { self: { href: string } } }[] } }

const readFound = (bytes: Buffer, url: string): Found => {
  try {
    return readJson(bytes) as Found
  } catch (error) {
    throw new UsageError(`The answer of the broker at ${url} ${(error as SyntaxError).message}`)
  }
}

/** The pacts that a verifier would get from the broker; nothing for files, which are read elsewhere. */
export const readBrokerPacts = async (
  source: Exclude<Source, { kind: 'files' }>,
  settings: Settings,
  branch: string | undefined,
): Promise<Pact[]> => {
  if (source.kind === 'webhook') return [parsePact(await ask(source.pactUrl, settings), source.pactUrl)]
  const url = `${source.broker}/pacts/provider/${encodeURIComponent(settings.provider)}/for-verification`
  const found = await ask(url, settings, {
    consumerVersionSelectors: source.selectors,
    ...(branch !== undefined && { providerVersionBranch: branch }),
    ...(settings.wipSince !== undefined && { includePendingStatus: true, includeWipPactsSince: settings.wipSince }),
  })
  // What a broker answers to this question.
  const { _embedded: { pacts = [] } = {} } = readFound(found, url)
  return Promise.all(pacts.map(async ({ _links: { self } }) => parsePact(await ask(self.href, settings), self.href)))
}
