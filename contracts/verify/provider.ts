import { connectMockYoti, startMockYoti, UsageError } from '../../server/index.js'
import type { Settings } from './settings.js'

/** The mock-yoti that pacts are verified with. */
export type Provider = { readonly url: string; readonly stateUrl: string; readonly close: () => Promise<void> }

const at = (url: string, close: () => Promise<void>): Provider => ({
  url,
  stateUrl: `${url}/__mock/pact/provider-states`,
  close,
})

/**
 * The one that runs at `--provider-url`, or one of its own.
 * @throws UsageError when nothing answers there
 */
export const openProvider = async ({ providerUrl, scenarios }: Settings): Promise<Provider> => {
  if (providerUrl === undefined) {
    // A verifier replays the signature in the pact, which is an example and fits no key.
    const server = await startMockYoti({ signatures: 'off', ...(scenarios !== undefined && { scenarios }) })
    return at(server.url, server.close)
  }
  if (scenarios !== undefined)
    throw new UsageError('--scenarios is for a server of our own; the one at --provider-url has its own scenarios')
  await connectMockYoti(providerUrl)
    .control.health()
    .catch((error: Error) => {
      throw new UsageError(
        `No mock-yoti answers at ${providerUrl}: ${error.message}. Leave --provider-url out to start one`,
      )
    })
  return at(providerUrl, async () => undefined)
}
