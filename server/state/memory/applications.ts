import type { Application, SignaturePolicy } from '../../auth/application.js'
import { createDemoApplication, demoSdkId } from '../../auth/demo-application.js'
import { BoundedMap } from '../../base/bounded-map.js'
import type { ResponseConfig } from '../../engine/sandbox/response-config.js'
import type { Snapshot } from '../snapshot.js'

/** Any client can send responses for any application; above this the oldest are dropped. */
const mostResponses = 10_000

/** The applications that are known, and what the sandbox finds in their sessions. */
export class Applications {
  readonly #known = new Map<string, Application>([[demoSdkId, createDemoApplication()]])
  readonly #responses = new BoundedMap<string, ResponseConfig>(mostResponses)
  readonly #policy: SignaturePolicy
  readonly #startScenario: string
  #scenario: string

  /**
   * @param policy of applications that have none of their own, and of callers that are no known application
   * @param scenario of created sessions that nothing else chooses one for
   */
  constructor(policy: SignaturePolicy, scenario: string) {
    this.#policy = policy
    this.#startScenario = scenario
    this.#scenario = scenario
  }

  find(sdkId: string | undefined): Application | undefined {
    return sdkId === undefined ? undefined : this.#known.get(sdkId)
  }

  list(): readonly Application[] {
    return [...this.#known.values()]
  }

  put(sdkId: string, change: Partial<Omit<Application, 'sdkId'>>): Application {
    const application = { ...(this.#known.get(sdkId) ?? { sdkId, keys: [] }), ...change }
    this.#known.set(sdkId, application)
    return application
  }

  defaults(): { readonly scenario: string; readonly policy: SignaturePolicy } {
    return { scenario: this.#scenario, policy: this.#policy }
  }

  setDefaultScenario(scenario: string): void {
    this.#scenario = scenario
  }

  scenarioOf(application: Application | undefined): string {
    return application?.scenario ?? this.#scenario
  }

  policyOf(application: Application | undefined): SignaturePolicy {
    return application?.signatures ?? this.#policy
  }

  responsesOf(sdkId: string | undefined): ResponseConfig | undefined {
    return sdkId === undefined ? undefined : this.#responses.get(sdkId)
  }

  putResponses(sdkId: string, config: ResponseConfig): void {
    this.#responses.set(sdkId, config)
  }

  take(sdkId?: string): Pick<Snapshot, 'scenario' | 'applications' | 'responses'> {
    const isMeant = (of: { readonly sdkId: string }) => sdkId === undefined || of.sdkId === sdkId
    const isChanged = sdkId === undefined && this.#scenario !== this.#startScenario
    return {
      ...(isChanged && { scenario: this.#scenario }),
      applications: this.list().filter(isMeant),
      responses: this.#responses
        .entries()
        .map(([of, config]) => ({ sdkId: of, config }))
        .filter(isMeant),
    }
  }

  restore({ scenario, applications, responses }: Pick<Snapshot, 'scenario' | 'applications' | 'responses'>): void {
    if (scenario !== undefined) this.#scenario = scenario
    for (const application of applications) this.#known.set(application.sdkId, application)
    for (const { sdkId, config } of responses) this.putResponses(sdkId, config)
  }

  /** Forgets the default scenario and the responses of an application, or everybody's. Keys and policies stay. */
  reset(sdkId?: string): void {
    if (sdkId === undefined) this.#responses.clear()
    else this.#responses.delete(sdkId)
    for (const application of this.#known.values()) {
      if (application.scenario === undefined || (sdkId ?? application.sdkId) !== application.sdkId) continue
      const { scenario: _scenario, ...rest } = application
      this.#known.set(application.sdkId, rest)
    }
    if (sdkId === undefined) this.#scenario = this.#startScenario
  }
}
