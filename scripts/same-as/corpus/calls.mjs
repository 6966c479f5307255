// Short forms of what every part of the script does.
import { api, sessionCalls } from '../../requests/session-calls.mjs'
import { readWhole } from './scenarios.mjs'

export { api }

/** Calls with the paths of sessions and of the control API. */
export const callsOf = (pair) => {
  const short = sessionCalls(pair.call)
  const { control, inspect } = short
  const seen = new Set()
  const readAll = async (session, { images } = /** @type {{ images?: boolean }} */ ({})) => {
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
  return { ...pair, ...short, readAll, finish }
}
