import type { Changes, Read, RequestContext, State } from '../state.js'
import { createLoad, type Loaded } from './load.js'
import type { Parts } from './parts.js'
import type { Check, Command, Store } from './store.js'

/** A nonce that was sent is known for so many milliseconds. */
const nonceMs = 15 * 60_000

/** What is compared, and what is written when it is as it was read. */
type Step = { readonly checks: readonly Check[]; readonly writes: readonly Command[] }

/** What a context was made from. */
type Known = Loaded & { readonly context: RequestContext }

/** Of the session that a request writes. */
const planSession = (
  session: NonNullable<Changes['session']>,
  { version, loaded }: { readonly version: number; readonly loaded: Known | undefined },
  { store, sessions, bus, clocks }: Parts & { readonly store: Store },
): Step => {
  const id = 'put' in session ? session.put.id : session.remove
  const command = ['HGET', store.key(`session:${id}`), 'v']
  const checks = [{ command, expected: version === 0 ? null : String(version) }]
  if ('put' in session) {
    const now = loaded?.context.stored?.now ?? loaded?.context.caller.now ?? clocks.unmoved()
    const put = sessions.put(session.put, { isNew: version === 0, now })
    return { checks, writes: [...put, bus.tell('kept', { id })] }
  }
  const owner = loaded?.context.stored?.session.sdkId
  return { checks, writes: [...sessions.remove(id, owner), bus.tell('removed', { id })] }
}

/** Loads what requests read, and writes what they change, each in one step. */
export const createRequests = (parts: Parts, store: Store): Pick<State, 'load' | 'commit'> => {
  const { bus, clocks, applications, nextSessions, faceRegisters, faults, scenarioCounts, tokens } = parts
  const loadAll = createLoad({ store, ...parts })
  /** Of the contexts that are being decided on. */
  const loadedOf = new WeakMap<object, Known>()

  const plan = (read: Read, written: Changes): Step => {
    const loaded = loadedOf.get(read)
    const { session, usedNextSession, faultCounts, scenarioCounts: counts, responses, nonce, token } = written
    const checks: Check[] = []
    const writes: Command[] = []
    const add = (newChecks: readonly Check[], newWrites: readonly Command[]) => {
      checks.push(...newChecks)
      writes.push(...newWrites)
    }
    if (nonce !== undefined) writes.push(['SET', store.key(`nonce:${nonce.sdkId} ${nonce.nonce}`), '1', 'PX', nonceMs])
    if (token !== undefined) writes.push(...tokens.put(token, loaded?.context.caller.now ?? clocks.unmoved()))
    if (usedNextSession !== undefined && loaded?.next !== undefined) {
      add(...nextSessions.use(loaded.next))
      writes.push(bus.tell('applications', {}))
    }
    if (faultCounts !== undefined) add(...faults.count(faultCounts, loaded?.context.faults ?? []))
    if (counts !== undefined) add(...scenarioCounts.put(counts, loaded?.counts))
    if (faultCounts !== undefined || counts !== undefined) writes.push(bus.tell('faults', {}))
    if (written.faces !== undefined) add(...faceRegisters.put(written.faces, read.faces))
    if (responses !== undefined) writes.push(...applications.writeResponses(responses.sdkId, responses.config))
    if (session !== undefined) {
      const step = planSession(session, { version: read.stored?.version ?? 0, loaded }, { ...parts, store })
      add(step.checks, step.writes)
    }
    return { checks, writes }
  }

  const tellHere = ({ session, usedNextSession, faultCounts, scenarioCounts: counts }: Changes) => {
    if (usedNextSession !== undefined) bus.happened('applications')
    if (faultCounts !== undefined || counts !== undefined) bus.happened('faults')
    if (session === undefined) return
    if ('put' in session) bus.happened('kept', session.put)
    else bus.happened('removed', session.remove)
  }

  return {
    load: async (key) => {
      const { context, loaded } = await loadAll(key)
      loadedOf.set(context, { ...loaded, context })
      return context
    },
    commit: async (read, written) => {
      const { checks, writes } = plan(read, written)
      if (checks.length === 0 && Object.keys(written).every((name) => name === 'nonce')) {
        // Only noted when it comes again: the answer does not wait for it.
        store.apply([], writes).catch(() => undefined)
        return true
      }
      if (!(await store.apply(checks, writes))) return false
      tellHere(written)
      return true
    },
  }
}
