import { UsageError } from '../../server/base/errors.js'
import { withoutSlashes } from '../../server/base/without-slashes.js'
import { withoutLogin } from './hide-login.js'
import type { Environment, Selector, Settings } from './settings.js'

/** Where pacts come from: files, a broker's selection, or the one pact that a broker's webhook is about. */
export type Source =
  | { readonly kind: 'files'; readonly files: readonly string[]; readonly dirs: readonly string[] }
  | { readonly kind: 'broker'; readonly broker: string; readonly selectors: readonly Selector[] }
  | { readonly kind: 'webhook'; readonly broker: string; readonly pactUrl: string }

/** What the Pact documentation recommends. A branch can only match when the provider's is known. */
const recommended = (branch: string | undefined): Selector[] => [
  { mainBranch: true },
  ...(branch === undefined ? [] : [{ matchingBranch: true }]),
  { deployedOrReleased: true },
]

/** The broker that an address of one of its pacts belongs to. */
const brokerOf = (pactUrl: string) => {
  const [base, rest] = pactUrl.split('/pacts/')
  if (base !== undefined && rest !== undefined) return base
  throw new UsageError(`'${pactUrl}' is not a pact of a broker: an address with /pacts/provider/… is expected`)
}

/**
 * Options name the source; the environment does so only where they do not. So a broker in the environment never adds
 * its pacts to those of `--pact-file`, as it does with Pact's own verifiers.
 * @throws UsageError when there is no source, or more than one
 */
export const sourceOf = (settings: Settings, branch: string | undefined, env: Environment): Source => {
  const { pactFiles: files, pactDirs: dirs, selectors } = settings
  const hasFiles = files.length + dirs.length > 0
  if (hasFiles && (settings.broker !== undefined || settings.pactUrl !== undefined))
    throw new UsageError('--pact-file and --pact-dir do not go together with --broker and --pact-url: choose one')
  if (hasFiles) return { kind: 'files', files, dirs }
  const { PACT_BROKER_BASE_URL: base = '', PACT_URL: webhook = '' } = env
  const broker = settings.broker ?? (base === '' ? undefined : withoutSlashes(withoutLogin(base)))
  const pactUrl =
    settings.pactUrl ?? (settings.broker === undefined && webhook !== '' ? withoutLogin(webhook) : undefined)
  if (pactUrl !== undefined) return { kind: 'webhook', pactUrl, broker: broker ?? brokerOf(pactUrl) }
  if (broker === undefined)
    throw new UsageError(
      'Which pacts? --pact-file FILE, --pact-dir DIR, or --broker URL (PACT_BROKER_BASE_URL); a webhook sets PACT_URL',
    )
  return { kind: 'broker', broker, selectors: selectors.length > 0 ? selectors : recommended(branch) }
}
