// Calls of a server, and what its journal says of the last ones.
/** Changes of an order: the deadline that is written in it has passed. */
export const noDeadline = { session_deadline: undefined, client_session_token_ttl: 600 }

export const openCalls = (wire) => async (method, path, value, more) => {
  const body = value === undefined ? undefined : JSON.stringify(value)
  const answer = await wire.send({ method, path, body, ...more })
  try {
    return { ...answer, json: JSON.parse(answer.body.toString()) }
  } catch {
    return { ...answer, json: {} }
  }
}

export const isMeant = ({ fault, error }) => fault !== undefined || /^fixed by the scenario/.test(error?.hint ?? '')

export const lastRequests = async (call, count) =>
  ((await call('GET', '/__mock/requests')).json.requests ?? []).slice(-count)
