import { AbstractStartedContainer, type StartedTestContainer } from 'testcontainers'
import { type ControlClient, connectMockYoti, type MockYoti } from '../server/index.js'
import { hostName } from './host-access.js'

/** The port that the server has inside its container. */
export const mockYotiPort = 9684

/** A mock-yoti that answers in a container. `await using` stops and removes it. */
export class StartedMockYotiContainer extends AbstractStartedContainer {
  readonly #controlToken: string | undefined

  constructor(started: StartedTestContainer, controlToken?: string) {
    super(started)
    this.#controlToken = controlToken
  }

  /** Addresses are asked for each time: a restart may map the port anew. */
  #connect(): MockYoti {
    return connectMockYoti(this.getUrl(), this.#controlToken === undefined ? {} : { token: this.#controlToken })
  }

  /** The server's own address, without a path. */
  getUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(mockYotiPort)}`
  }

  /** The base URL to give an SDK. */
  getApiUrl(): string {
    return this.#connect().apiUrl
  }

  /** The base URL of the sandbox. */
  getSandboxUrl(): string {
    return this.#connect().sandboxUrl
  }

  /** A base URL under which every session that was never created answers a scenario's result. */
  getScenarioUrl(scenarioId: string): string {
    return this.#connect().scenarioUrl(scenarioId)
  }

  /** A server of this machine as the container reaches it, once it was built `withHostAccess()`. */
  getHostUrl(port: number): string {
    return `http://${hostName}:${port}`
  }

  /** Drives the server: its scenarios, its version, its health. */
  get control(): ControlClient {
    return this.#connect().control
  }
}
