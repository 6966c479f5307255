import { connectMockYoti, startMockYoti, UsageError } from '../../server/index.js'
import { openBridge } from './bridge.js'
import { judgeState } from './judge-state.js'
import type { Settings } from './settings.js'

/** The mock-yoti that pacts are verified with. */
export type Provider = { readonly url: string; readonly stateUrl: string; readonly close: () => Promise<void> }

const at = (url: string, close: () => Promise<void>): Provider => ({
  url,
  stateUrl: `${url}/__mock/pact/provider-states`,
  close,
})

const connect = async (url: string, { controlToken: token }: Settings): Promise<Provider> => {
  await connectMockYoti(url, token === undefined ? {} : { token })
    .control.health()
    .catch((error: Error) => {
      throw new UsageError(`No mock-yoti answers at ${url}: ${error.message}. Leave --provider-url out to start one`)
    })
  return at(url, async () => undefined)
}

const open = async (settings: Settings): Promise<Provider> => {
  const { providerUrl, scenarios, controlToken } = settings
  if (providerUrl === undefined) {
    if (controlToken !== undefined)
      throw new UsageError('--control-token is for the server at --provider-url; one of our own needs none')
    // A verifier replays the signature in the pact, which is an example and fits no key.
    const server = await startMockYoti({ signatures: 'off', ...(scenarios !== undefined && { scenarios }) })
    return at(server.url, server.close)
  }
  if (scenarios !== undefined)
    throw new UsageError('--scenarios is for a server of our own; the one at --provider-url has its own scenarios')
  return connect(providerUrl, settings)
}

/** @throws UsageError when the server takes no provider states from here: the state without a name is always one */
const assertStates = async (provider: Provider, { providerUrl }: Settings): Promise<Provider> => {
  const refusal = providerUrl === undefined ? undefined : await judgeState(provider.stateUrl, { name: '' })
  if (refusal === undefined) return provider
  await provider.close()
  throw new UsageError(`${providerUrl} takes no provider states: ${refusal}. Is --control-token right?`)
}

/**
 * The one that runs at `--provider-url`, or one of its own.
 * @param hasMessages whether the pacts have messages, for which a verifier asks at the root
 * @throws UsageError when nothing answers there
 */
export const openProvider = async (settings: Settings, hasMessages = false): Promise<Provider> => {
  const provider = await open(settings)
  if (!hasMessages && settings.controlToken === undefined) return assertStates(provider, settings)
  const bridge = await openBridge(provider.url, settings.controlToken)
  const bridged = at(bridge.url, async () => {
    await bridge.close()
    await provider.close()
  })
  return assertStates(bridged, settings)
}
