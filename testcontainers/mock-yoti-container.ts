import { GenericContainer, Wait } from 'testcontainers'
import { packageVersion } from '../server/base/package-files.js'
import { checkSettings } from '../server/config/check-settings.js'
import type { Config } from '../server/config/config.js'
import { hostsToAdd } from './host-access.js'
import { mockYotiPort, StartedMockYotiContainer } from './started-mock-yoti-container.js'

/** Where the image looks for scenario files. */
const scenarioDirectory = '/scenarios'

/** A mock-yoti in a container of its own, for one test file or one suite. */
export class MockYotiContainer extends GenericContainer {
  #hostAccess = false
  #controlToken: string | undefined

  /** @param image the image of this package's version unless given; name the registry that you keep it in */
  constructor(image: string = `mock-yoti:${packageVersion()}`) {
    super(image)
    this.withExposedPorts(mockYotiPort)
    // Not by the image's health check: podman keeps one only in images that were built in Docker's format.
    this.withWaitStrategy(Wait.forHttp('/__mock/health', mockYotiPort).forStatusCode(200))
    this.withStartupTimeout(60_000)
  }

  /** Sets the scenario of created sessions that name none; an id that no scenario has stops the start. */
  withScenario(scenarioId: string): this {
    checkSettings({ scenario: scenarioId })
    return this.withEnvironment({ MOCK_YOTI_SCENARIO: scenarioId })
  }

  /** Copies a directory of scenario files in; they add to the built-in scenarios or override them. */
  withScenarios(directory: string): this {
    return this.withCopyDirectoriesToContainer([{ source: directory, target: scenarioDirectory }])
  }

  /** Sets the format of the log, which `withLogConsumer` reads. */
  withLog(format: Config['log']): this {
    checkSettings({ log: format })
    return this.withEnvironment({ MOCK_YOTI_LOG: format })
  }

  /** Has every answer checked against its OpenAPI document; one that does not fit becomes a 500. */
  withCheckAnswers(): this {
    return this.withEnvironment({ MOCK_YOTI_CHECK_ANSWERS: 'true' })
  }

  /** Says what is done about signatures, for applications without a policy of their own. */
  withSignatures(policy: Config['signatures']): this {
    checkSettings({ signatures: policy })
    return this.withEnvironment({ MOCK_YOTI_SIGNATURES: policy })
  }

  /** Says whether visits of created sessions happen by themselves, and after how many seconds. */
  withVisits(visits: Config['visits'], delaySeconds?: number): this {
    checkSettings({ visits, visitDelay: delaySeconds })
    if (delaySeconds !== undefined) this.withEnvironment({ MOCK_YOTI_VISIT_DELAY: String(delaySeconds) })
    return this.withEnvironment({ MOCK_YOTI_VISITS: visits })
  }

  /** Protects the control API; the started container's own client sends the token. */
  withControlToken(token: string): this {
    checkSettings({ controlToken: token })
    this.#controlToken = token
    return this.withEnvironment({ MOCK_YOTI_CONTROL_TOKEN: token })
  }

  /** Sets what people and documents are generated from. */
  withSeed(seed: string): this {
    checkSettings({ seed })
    return this.withEnvironment({ MOCK_YOTI_SEED: seed })
  }

  /**
   * Lets the container reach servers of this machine, at `getHostUrl(port)` of the started container. On Linux they
   * listen on every address (`0.0.0.0`), not on loopback alone.
   */
  withHostAccess(): this {
    this.#hostAccess = true
    return this
  }

  override async start(): Promise<StartedMockYotiContainer> {
    if (this.#hostAccess) this.withExtraHosts(await hostsToAdd())
    return new StartedMockYotiContainer(await super.start(), this.#controlToken)
  }
}
