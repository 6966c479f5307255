import type { ControlSchema } from '../openapi/schema.js'

/** Drives a running mock-yoti, here or elsewhere. Every call throws {@link ControlError} on an answer ≥ 400. */
export type ControlClient = {
  /** Resolves when the server answers. */
  readonly health: () => Promise<ControlSchema<'Health'>>
  readonly version: () => Promise<ControlSchema<'Version'>>
  readonly scenarios: {
    readonly list: () => Promise<ControlSchema<'ScenarioSummary'>[]>
    /** One scenario with the answer that its named session gives. */
    readonly get: (scenarioId: string) => Promise<ControlSchema<'ScenarioDetail'>>
  }
}

/** An answer ≥ 400 of the control API; `code` is one of docs/errors.md. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: number
  readonly code: string

  constructor(status: number, { code, message }: { code: string; message: string }) {
    super(`${code}: ${message}`)
    this.status = status
    this.code = code
  }
}

/** @param url the server's own address, without a path: `http://127.0.0.1:9684` */
export const createControlClient = (url: string): ControlClient => {
  const get = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${url}/__mock${path}`)
    const body: unknown = await response.json()
    if (!response.ok) throw new ControlError(response.status, body as ControlSchema<'Error'>)
    // The server's answers are those of control.openapi.yaml, which its tests check.
    return body as Body
  }
  return {
    health: () => get('/health'),
    version: () => get('/version'),
    scenarios: {
      list: async () => (await get<ControlSchema<'ScenarioList'>>('/scenarios')).scenarios,
      get: (scenarioId) => get(`/scenarios/${encodeURIComponent(scenarioId)}`),
    },
  }
}
