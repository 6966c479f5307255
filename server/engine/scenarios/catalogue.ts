import { isDeepStrictEqual } from 'node:util'
import { isUuid, namedSessionId } from '../../base/ids.js'
import { findClose } from '../../base/nearest.js'
import { type NamedDocuments, namedDocuments, splitVariant, variantOf } from './document-variant.js'
import { describeFamily } from './family.js'
import builtIn from './generated/built-in.json' with { type: 'json' }
import { findOperationError } from './operation-error.js'
import { resolveScenarios } from './resolve-scenarios.js'
import type { Scenario, ScenarioSources } from './scenario.js'

// Checked against the schema by `mock-yoti scenarios lint`, which CI runs; the JSON import itself has a looser type.
export const builtInSources: ScenarioSources = builtIn as unknown as ScenarioSources

const idsBySession = (scenarios: readonly Scenario[]): ReadonlyMap<string, string> =>
  new Map(scenarios.map(({ id }) => [namedSessionId(id), id]))

/**
 * The scenarios that can be selected. The content is replaced as a whole when files change. There is one object for each
 * version of a scenario: its sessions share it, and keep it after its file was changed or removed.
 */
export class Catalogue {
  #scenarios: ReadonlyMap<string, Scenario> = new Map()
  /** Their ids, by session; made for the first session id that is a UUID. */
  #idOfSession: ReadonlyMap<string, string> | undefined
  #documents: NamedDocuments = new Map()
  /** Scenarios with another document, made when first asked for; no more than scenarios times documents. */
  #variants = new Map<string, Scenario>()
  /** The ids of all of them, by session; made for the first session id that no file has. */
  #variantOfSession: ReadonlyMap<string, string> | undefined
  #problems: readonly string[] = []
  /** Those without a file, made when first asked for; no more than openapi.yaml has errors. */
  readonly #operationErrors = new Map<string, Scenario>()

  constructor(scenarios: readonly Scenario[]) {
    this.replace(scenarios)
  }

  /** @param problems of files that were left out, a line each */
  replace(scenarios: readonly Scenario[], problems: readonly string[] = []): void {
    this.#problems = problems
    const former = this.#scenarios
    const unlessSame = (scenario: Scenario): Scenario => {
      const known = former.get(scenario.id)
      return known !== undefined && isDeepStrictEqual(known, scenario) ? known : scenario
    }
    this.#scenarios = new Map(scenarios.map((scenario) => [scenario.id, unlessSame(scenario)]))
    this.#idOfSession = undefined
    this.#documents = namedDocuments(scenarios)
    this.#variantOfSession = undefined
    // What is in use stays, as long as it says the same.
    this.#variants = new Map(
      [...this.#variants.values()].flatMap((variant) => {
        const made = this.#makeVariant(variant.id)
        if (made === undefined) return []
        return [[made.id, isDeepStrictEqual(variant, made) ? variant : made]]
      }),
    )
  }

  /** Notes problems of files that changed; the scenarios stay as they were. */
  keepDespite(problems: readonly string[]): void {
    this.#problems = problems
  }

  /** What is wrong with the scenario files as they are now, a line each. */
  problems(): readonly string[] {
    return this.#problems
  }

  list(): readonly Scenario[] {
    return [...this.#scenarios.values()]
  }

  /** Each scenario, followed by the same with other documents. */
  listWithDocuments(): readonly Scenario[] {
    return this.list().flatMap((scenario) => [scenario, ...this.variantsOf(scenario)])
  }

  find(id: string): Scenario | undefined {
    return this.#scenarios.get(id) ?? this.#findVariant(id) ?? this.#findOperationError(id)
  }

  /** The scenarios that differ from one only in its identity document. */
  variantsOf(scenario: Scenario): readonly Scenario[] {
    return [...this.#documents.keys()].flatMap((name) => {
      const variant = variantOf(scenario, name, this.#documents)
      return typeof variant === 'string' ? [] : [variant]
    })
  }

  /** The names of the documents that a scenario takes: `<scenario>@<document>`. */
  documentsOf(scenario: Scenario): string[] {
    return this.variantsOf(scenario).map(({ id }) => splitVariant(id)[1] ?? '')
  }

  #makeVariant(id: string): Scenario | undefined {
    const [base, name] = splitVariant(id)
    const scenario = name === undefined ? undefined : this.#scenarios.get(base)
    if (scenario === undefined || name === undefined) return undefined
    const variant = variantOf(scenario, name, this.#documents)
    return typeof variant === 'string' ? undefined : variant
  }

  #findVariant(id: string): Scenario | undefined {
    const known = this.#variants.get(id)
    if (known !== undefined) return known
    const made = this.#makeVariant(id)
    if (made !== undefined) this.#variants.set(id, made)
    return made
  }

  #findIdOfSession(sessionId: string): string | undefined {
    if (!isUuid(sessionId)) return undefined
    this.#idOfSession ??= idsBySession(this.list())
    const id = this.#idOfSession.get(sessionId)
    if (id !== undefined) return id
    this.#variantOfSession ??= idsBySession(this.listWithDocuments())
    return this.#variantOfSession.get(sessionId)
  }

  #findOperationError(id: string): Scenario | undefined {
    const made = this.#operationErrors.get(id) ?? findOperationError(id)
    if (made !== undefined) this.#operationErrors.set(id, made)
    return made
  }

  /** The scenario whose named session has this id: the scenario's own id, or its fixed UUID in any case. */
  findBySession(sessionId: string): Scenario | undefined {
    return this.find(sessionId) ?? this.find(this.#findIdOfSession(sessionId.toLowerCase()) ?? '')
  }

  /** The members of a family, in the order of its file; empty for an id that no family has. */
  membersOf(family: string): readonly Scenario[] {
    return this.list().filter((scenario) => scenario.family === family)
  }

  /** The message about an id that no scenario has. */
  describeUnknown(id: string): string {
    const [base, name] = splitVariant(id)
    const scenario = name === undefined ? undefined : this.#scenarios.get(base)
    if (scenario !== undefined && name !== undefined) {
      const variant = variantOf(scenario, name, this.#documents)
      if (typeof variant === 'string') return variant
    }
    const members = this.membersOf(base)
    if (members.length > 0)
      return describeFamily(
        base,
        members.map((member) => member.id),
      )
    const close = findClose(base, this.#scenarios.keys())
    const advice = close === undefined ? '' : ` The nearest is '${close}';`
    const [problem] = this.#problems
    const broken = problem === undefined ? '' : `. Scenario files have problems (${this.#problems.length}): ${problem}`
    return `No scenario is called '${id.length > 200 ? `${id.slice(0, 200)}…` : id}'.${advice} 'mock-yoti scenarios' lists them all${broken}`
  }
}

/** A catalogue of the scenarios that come with the package. */
export const builtInScenarios = (): Scenario[] => resolveScenarios(builtInSources).scenarios
