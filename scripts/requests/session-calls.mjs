// Short forms of the calls that bring sessions into a state.
import { inBranch, instructionsFor } from './orders.mjs'

export const api = '/idverify/v1'

/** @param call sends JSON: method, path, value, more of the request; the answer, with what was parsed as `json` */
export const sessionCalls = (call) => {
  const control = (method, path, json, more) => call(method, `/__mock${path}`, json, more)
  const advance = (by, more = {}) => control('POST', '/clock/advance', { by, ...more })
  const create = async (order = inBranch(), { query = '', base = api, headers = {} } = {}) => {
    const { json } = await call('POST', `${base}/sessions${query}`, order, { headers })
    return { id: json.session_id, token: json.client_session_token, path: `${base}/sessions/${json.session_id}` }
  }
  const configurationOf = async ({ path }) => (await call('GET', `${path}/configuration`)).json
  const instruct = async (session) =>
    call('PUT', `${session.path}/instructions`, instructionsFor(await configurationOf(session)))
  const visit = (session, body) => control('POST', `/sessions/${session.id}/visit`, body)
  const inspect = (session) => control('GET', `/sessions/${session.id}`)
  return { call, control, advance, create, configurationOf, instruct, visit, inspect }
}
