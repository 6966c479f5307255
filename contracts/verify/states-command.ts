import { readBuild } from './build.js'
import { judgeState, type NeededState, neededStates } from './judge-state.js'
import { type Environment, parseSettings, statesOptions } from './settings.js'
import { sourceOf } from './source.js'
import { type CommandResult, hidingLogins, pactsOf } from './verify-command.js'

type Judged = NeededState & { readonly refusal: string | undefined }

const describe = ({ name, params, consumers, refusal }: Judged) => {
  const values = Object.entries(params ?? {}).map(([key, value]) => `${key}: ${String(value)}`)
  const state = values.length === 0 ? name : `${name} (${values.join(', ')})`
  const line = `${refusal === undefined ? 'supported' : 'MISSING  '}  ${state}  [${consumers.join(', ')}]`
  return refusal === undefined ? line : `${line}\n           ${refusal}`
}

const exitCodeOf = (judged: readonly Judged[], pacts: number) =>
  pacts === 0 || judged.some(({ refusal }) => refusal !== undefined) ? 1 : 0

const inJson = (judged: readonly Judged[], pacts: number): CommandResult => {
  const states = judged.map(({ refusal, ...state }) => ({
    ...state,
    supported: refusal === undefined,
    ...(refusal !== undefined && { refusal }),
  }))
  return { text: JSON.stringify({ pacts, states }, null, 2), exitCode: exitCodeOf(judged, pacts) }
}

/**
 * `mock-yoti states`: compares the provider states that pacts need with those that the server can be put in.
 * @returns exit code 1 when one is missing
 * @throws UsageError for what cannot be understood, read or started
 */
export const statesCommand = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  return hidingLogins(() => compareStates(argv, env))
}

const compareStates = async (argv: readonly string[], env: Environment): Promise<CommandResult> => {
  const settings = parseSettings(statesOptions, argv, env)
  const { branch } = await readBuild(settings, env)
  const pacts = await pactsOf(sourceOf(settings, branch, env), settings, branch)
  const needed = neededStates(pacts.filter(({ provider }) => provider.name === settings.provider))
  // The server is most of the start: loaded when there is something to ask of it.
  const { openProvider } = await import('./provider.js')
  const provider = await openProvider(settings)
  try {
    const judged = await Promise.all(
      needed.map(async (state) => ({ ...state, refusal: await judgeState(provider.stateUrl, state) })),
    )
    if (settings.printsJson) return inJson(judged, pacts.length)
    const missing = judged.filter(({ refusal }) => refusal !== undefined)
    if (needed.length === 0)
      return {
        text: `None of ${pacts.length} pacts needs a provider state of ${settings.provider}`,
        exitCode: pacts.length === 0 ? 1 : 0,
      }
    const count = `${judged.length} provider states in ${pacts.length} pacts with ${settings.provider}, ${missing.length} missing`
    return { text: [...judged.map(describe), count].join('\n'), exitCode: missing.length === 0 ? 0 : 1 }
  } finally {
    await provider.close()
  }
}
