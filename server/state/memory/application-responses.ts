import type { ResponseConfig } from '../../engine/sandbox/response-config.js'

/** The response configs of applications: what their sandbox sessions find unless a session has its own. */
export class ApplicationResponses {
  readonly #bySdkId = new Map<string, ResponseConfig>()

  put(sdkId: string, config: ResponseConfig): void {
    this.#bySdkId.set(sdkId, config)
  }

  find(sdkId: string | undefined): ResponseConfig | undefined {
    return sdkId === undefined ? undefined : this.#bySdkId.get(sdkId)
  }

  /** Of one application, or of all. */
  clear(sdkId?: string): void {
    if (sdkId === undefined) this.#bySdkId.clear()
    else this.#bySdkId.delete(sdkId)
  }
}
