import { isDeepStrictEqual } from 'node:util'
import { namedSessionId } from '../../base/ids.js'
import { findClose } from '../../base/nearest.js'
import { describeFamily } from './family.js'
import builtIn from './generated/built-in.json' with { type: 'json' }
import { findOperationError } from './operation-error.js'
import { resolveScenarios } from './resolve-scenarios.js'
import type { Scenario, ScenarioSources } from './scenario.js'

// Checked against the schema by `mock-yoti scenarios lint`, which CI runs; the JSON import itself has a looser type.
export const builtInSources: ScenarioSources = builtIn as unknown as ScenarioSources

/**
 * The scenarios that can be selected. The content is replaced as a whole when files change. There is one object for each
 * version of a scenario: its sessions share it, and keep it after its file was changed or removed.
 */
export class Catalogue {
  #scenarios: ReadonlyMap<string, Scenario> = new Map()
  #idOfSession: ReadonlyMap<string, string> = new Map()
  /** Those without a file, made when first asked for; no more than openapi.yaml has errors. */
  readonly #operationErrors = new Map<string, Scenario>()

  constructor(scenarios: readonly Scenario[]) {
    this.replace(scenarios)
  }

  replace(scenarios: readonly Scenario[]): void {
    const former = this.#scenarios
    const unlessSame = (scenario: Scenario): Scenario => {
      const known = former.get(scenario.id)
      return known !== undefined && isDeepStrictEqual(known, scenario) ? known : scenario
    }
    this.#scenarios = new Map(scenarios.map((scenario) => [scenario.id, unlessSame(scenario)]))
    this.#idOfSession = new Map(scenarios.map(({ id }) => [namedSessionId(id), id]))
  }

  list(): readonly Scenario[] {
    return [...this.#scenarios.values()]
  }

  find(id: string): Scenario | undefined {
    return this.#scenarios.get(id) ?? this.#findOperationError(id)
  }

  #findOperationError(id: string): Scenario | undefined {
    const made = this.#operationErrors.get(id) ?? findOperationError(id)
    if (made !== undefined) this.#operationErrors.set(id, made)
    return made
  }

  /** The scenario whose named session has this id: the scenario's own id, or its fixed UUID in any case. */
  findBySession(sessionId: string): Scenario | undefined {
    return this.find(sessionId) ?? this.find(this.#idOfSession.get(sessionId.toLowerCase()) ?? '')
  }

  /** The members of a family, in the order of its file; empty for an id that no family has. */
  membersOf(family: string): readonly Scenario[] {
    return this.list().filter((scenario) => scenario.family === family)
  }

  /** The message about an id that no scenario has. */
  describeUnknown(id: string): string {
    const members = this.membersOf(id)
    if (members.length > 0)
      return describeFamily(
        id,
        members.map((member) => member.id),
      )
    const close = findClose(id, this.#scenarios.keys())
    const advice = close === undefined ? '' : ` The nearest is '${close}';`
    return `No scenario is called '${id.length > 200 ? `${id.slice(0, 200)}…` : id}'.${advice} 'mock-yoti scenarios' lists them all`
  }
}

/** A catalogue of the scenarios that come with the package. */
export const builtInScenarios = (): Scenario[] => resolveScenarios(builtInSources).scenarios
