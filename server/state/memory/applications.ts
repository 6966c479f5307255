import type { Application, SignaturePolicy } from '../../auth/application.js'
import { createDemoApplication, demoSdkId } from '../../auth/demo-application.js'

/** The applications that are known, in memory. */
export class Applications {
  readonly #known = new Map<string, Application>()
  /** The policy of applications that have none of their own, and of callers that are no known application. */
  readonly policy: SignaturePolicy

  readonly #startScenario: string
  #scenario: string

  /** @param scenario the scenario of created sessions that nothing else chooses one for */
  constructor(policy: SignaturePolicy, scenario: string) {
    this.policy = policy
    this.#startScenario = scenario
    this.#scenario = scenario
    this.#known.set(demoSdkId, createDemoApplication())
  }

  find(sdkId: string): Application | undefined {
    return this.#known.get(sdkId)
  }

  /** Adds an application or replaces what was known of it. */
  put(application: Application): void {
    this.#known.set(application.sdkId, application)
  }

  /** In the order in which they were first known; the demo application is the first. */
  list(): readonly Application[] {
    return [...this.#known.values()]
  }

  /** The scenario of sessions that name none, of applications that have none of their own and of unknown callers. */
  get defaultScenario(): string {
    return this.#scenario
  }

  set defaultScenario(scenario: string) {
    this.#scenario = scenario
  }

  /** The default scenario of an application, or of a caller that said of none. */
  scenarioOf(sdkId: string | undefined): string {
    return (sdkId === undefined ? undefined : this.find(sdkId)?.scenario) ?? this.#scenario
  }

  /** Forgets the default scenario that an application was given, or everybody's. Keys and policies stay. */
  forgetScenarios(sdkId?: string): void {
    for (const application of this.#known.values()) {
      if (application.scenario === undefined || (sdkId ?? application.sdkId) !== application.sdkId) continue
      const { scenario: _scenario, ...rest } = application
      this.put(rest)
    }
    if (sdkId === undefined) this.#scenario = this.#startScenario
  }

  policyOf(sdkId: string | undefined): SignaturePolicy {
    return (sdkId === undefined ? undefined : this.find(sdkId)?.signatures) ?? this.policy
  }
}
