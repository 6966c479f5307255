// Short forms of what every part of the script does.
import { inBranch, instructionsFor } from './orders.mjs'
import { readWhole } from './scenarios.mjs'

export const api = '/idverify/v1'

/** Calls with the paths of sessions and of the control API. */
export const callsOf = (pair) => {
  const control = (method, path, json, more) => pair.call(method, `/__mock${path}`, json, more)
  const advance = (by, more = {}) => control('POST', '/clock/advance', { by, ...more })
  const create = async (order = inBranch(), { query = '', base = api, headers = {} } = {}) => {
    const { json } = await pair.call('POST', `${base}/sessions${query}`, order, { headers })
    return { id: json.session_id, token: json.client_session_token, path: `${base}/sessions/${json.session_id}` }
  }
  const configurationOf = async ({ path }) => (await pair.call('GET', `${path}/configuration`)).json
  const instruct = async (session) =>
    pair.call('PUT', `${session.path}/instructions`, instructionsFor(await configurationOf(session)))
  const visit = (session, body) => control('POST', `/sessions/${session.id}/visit`, body)
  const inspect = (session) => control('GET', `/sessions/${session.id}`)
  const seen = new Set()
  const readAll = async (session, { images } = {}) => {
    await readWhole(pair, session.path, { seen, images })
    await inspect(session)
  }
  /** Compares the journal and what is known of everything else, then forgets it. */
  const finish = async () => {
    for (const path of ['/requests', '/sessions?limit=1000', '/notifications', '/faults', '/applications', '/clock'])
      await control('GET', path)
    await control('POST', '/reset')
    pair.show()
  }
  return { ...pair, control, advance, create, configurationOf, instruct, visit, inspect, readAll, finish }
}
