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
  /** Sets up a Pact provider state; the values that belong to it, such as the session's id. */
  readonly setUpProviderState: (
    state: string,
    params?: Readonly<Record<string, string>>,
  ) => Promise<ControlSchema<'ProviderStateValues'>>
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
  const call = async <Body>(path: string, sent?: object): Promise<Body> => {
    const response = await fetch(
      `${url}/__mock${path}`,
      sent && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sent) },
    )
    const body: unknown = await response.json()
    if (!response.ok) throw new ControlError(response.status, body as ControlSchema<'Error'>)
    // The server's answers are those of control.openapi.yaml, which its tests check.
    return body as Body
  }
  return {
    health: () => call('/health'),
    version: () => call('/version'),
    scenarios: {
      list: async () => (await call<ControlSchema<'ScenarioList'>>('/scenarios')).scenarios,
      get: (scenarioId) => call(`/scenarios/${encodeURIComponent(scenarioId)}`),
    },
    setUpProviderState: (state, params = {}) => call('/pact/provider-states', { state, params }),
  }
}
