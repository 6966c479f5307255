import type { Application, SignaturePolicy } from './application.js'
import { createDemoApplication, demoSdkId } from './demo-application.js'

/** The applications that are known, in memory. */
export class Applications {
  readonly #known = new Map<string, Application>()
  /** The policy of applications that have none of their own, and of callers that are no known application. */
  readonly policy: SignaturePolicy

  constructor(policy: SignaturePolicy) {
    this.policy = policy
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

  policyOf(sdkId: string | undefined): SignaturePolicy {
    return (sdkId === undefined ? undefined : this.find(sdkId)?.signatures) ?? this.policy
  }
}
