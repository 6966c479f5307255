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

/** A fault's answer, or one that the scenario of the session gives: an error, or a letter that takes its time. */
export const isMeant = ({ fault, error }) =>
  fault !== undefined || /^fixed by the scenario|has the letter made/.test(error?.hint ?? '')

export const lastRequests = async (call, count) =>
  ((await call('GET', '/__mock/requests')).json.requests ?? []).slice(-count)
