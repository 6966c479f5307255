import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import type { Clock } from '../../base/clock.js'
import { randomIds } from '../../base/ids.js'
import type { Log } from '../../base/log.js'
import type { StateOptions } from '../options.js'
import type { Changes, Read, RequestContext, State, StateChanges, StateTasks } from '../state.js'
import { Applications } from './applications.js'
import { assertUsable, describeStart } from './assert-usable.js'
import { Bus } from './bus.js'
import { Clocks } from './clocks.js'
import { Connection } from './connection.js'
import { Deliveries } from './deliveries.js'
import { FaceRegisters } from './face-registers.js'
import { Faults } from './faults.js'
import { Journal } from './journal.js'
import { createLoad, type Loaded } from './load.js'
import { NextSessions } from './next-sessions.js'
import { ProviderStateSessions } from './provider-state-sessions.js'
import { ScenarioCountsStore } from './scenario-counts.js'
import { Sessions } from './sessions.js'
import { createSnapshots, type Parts } from './snapshots.js'
import { type Check, type Command, Store } from './store.js'
import { Tokens } from './tokens.js'
import { Watch } from './watch.js'

/** A nonce that was sent is known for so many milliseconds. */
const nonceMs = 15 * 60_000

export type RedisOptions = StateOptions & {
  readonly store: string
  readonly storePrefix: string
  /** Seconds that the store may take to be there. */
  readonly storeWait: number
  /** All that the scenario files say; it is compared with that of the other servers. */
  readonly describeScenarios: () => string
}

/**
 * State that several servers share, in Redis or Valkey.
 * @throws UsageError when the store cannot be reached or used
 */
export const openRedisState = async (options: RedisOptions, clock: Clock, log: Log): Promise<State> => {
  // The braces have a cluster keep all of it in one place.
  const prefix = `{${options.storePrefix}}:`
  const connection = await Connection.open(options.store, { prefix, waitSeconds: options.storeWait, log })
  const store = new Store(connection, prefix)
  const replica = `${hostname()}-${randomIds.random().slice(0, 8)}`
  const changes = new EventEmitter<StateChanges>().setMaxListeners(0)
  const tasks = new EventEmitter<StateTasks>().setMaxListeners(0)
  const clocks = new Clocks(store, clock)
  const sessions = new Sessions(store, clocks, options.maxSessions)
  const findSession = async (id: string) => (await sessions.find(id))?.session
  const bus: Bus = new Bus({
    store,
    replica,
    changes,
    tasks,
    findSession,
    findDelivery: (id) => deliveries.find(id),
    findEntry: (id) => journal.find(id),
  })
  const deliveries = new Deliveries(store, { clocks, bus, tasks, replica })
  const journal = new Journal(store, {
    bus,
    replica,
    size: options.journalSize,
    now: () => clocks.unmoved(),
    token: () => randomIds.random(),
    onClosed: (entry) => changes.emit('request', entry),
  })
  const parts: Parts = {
    clocks,
    sessions,
    applications: new Applications(store, options.signatures, options.scenario),
    nextSessions: new NextSessions(store, bus.tell('applications', {})),
    faceRegisters: new FaceRegisters(store),
    faults: new Faults(store, bus.tell('faults', {})),
    scenarioCounts: new ScenarioCountsStore(store),
    deliveries,
    stateSessions: new ProviderStateSessions(store),
    tokens: new Tokens(store),
  }
  const { applications, nextSessions, faceRegisters, faults, scenarioCounts, stateSessions, tokens } = parts
  const loadAll = createLoad({ store, ...parts })
  /** What the contexts that are being decided on were made from. */
  const loadedOf = new WeakMap<object, Loaded & { readonly context: RequestContext }>()

  /** What is compared and written because of a request. */
  const plan = (read: Read, written: Changes): { checks: Check[]; writes: Command[] } => {
    const loaded = loadedOf.get(read)
    const { session, usedNextSession, faultCounts, scenarioCounts: counts, responses, nonce, token } = written
    const checks: Check[] = []
    const writes: Command[] = []
    const add = ([newChecks, newWrites]: [Check[], Command[]]) => {
      checks.push(...newChecks)
      writes.push(...newWrites)
    }
    if (nonce !== undefined) writes.push(['SET', store.key(`nonce:${nonce.sdkId} ${nonce.nonce}`), '1', 'PX', nonceMs])
    if (token !== undefined) writes.push(...tokens.put(token, loaded?.context.caller.now ?? clocks.unmoved()))
    if (usedNextSession !== undefined && loaded?.next !== undefined) {
      add(nextSessions.use(loaded.next))
      writes.push(bus.tell('applications', {}))
    }
    if (faultCounts !== undefined) add(faults.count(faultCounts, loaded?.context.faults ?? []))
    if (counts !== undefined) add(scenarioCounts.put(counts, loaded?.counts))
    if (faultCounts !== undefined || counts !== undefined) writes.push(bus.tell('faults', {}))
    if (written.faces !== undefined) add(faceRegisters.put(written.faces, read.faces))
    if (responses !== undefined) writes.push(...applications.writeResponses(responses.sdkId, responses.config))
    if (session === undefined) return { checks, writes }
    const id = 'put' in session ? session.put.id : session.remove
    const version = read.stored?.version ?? 0
    checks.push({
      command: ['HGET', store.key(`session:${id}`), 'v'],
      expected: version === 0 ? null : String(version),
    })
    const now = loaded?.context.stored?.now ?? loaded?.context.caller.now ?? clocks.unmoved()
    if ('put' in session) {
      writes.push(...sessions.put(session.put, { isNew: version === 0, now }), bus.tell('kept', { id }))
    } else {
      const owner = loaded?.context.stored?.session.sdkId
      writes.push(...sessions.remove(id, owner), bus.tell('removed', { id }))
    }
    return { checks, writes }
  }

  const commit = async (read: Read, written: Changes): Promise<boolean> => {
    const { checks, writes } = plan(read, written)
    const { session } = written
    if (checks.length === 0 && Object.keys(written).every((name) => name === 'nonce')) {
      // Only noted when it comes again: the answer does not wait for it.
      store.apply([], writes).catch(() => undefined)
      return true
    }
    if (!(await store.apply(checks, writes))) return false
    if (written.usedNextSession !== undefined) bus.happened('applications')
    if (written.faultCounts !== undefined || written.scenarioCounts !== undefined) bus.happened('faults')
    if (session !== undefined) {
      if ('put' in session) bus.happened('kept', session.put)
      else bus.happened('removed', session.remove)
    }
    return true
  }

  const tell = async (...[type, sdkId]: ['clock' | 'cleared' | 'reset', string?]) => {
    await store.apply([], [bus.tell(type, { sdkId })])
    bus.happened(type, ...(sdkId === undefined ? [] : [sdkId]))
  }

  const tellOf = async (type: 'faults' | 'applications') => {
    await store.apply([], [bus.tell(type, {})])
    bus.happened(type)
  }

  const removeSession = async (id: string) => {
    await store.apply([], [...sessions.remove(id, await sessions.ownerOf(id)), bus.tell('removed', { id })])
    bus.happened('removed', id)
  }

  const clearFaults = async (sdkId?: string) => {
    await faults.clear(sdkId)
    await scenarioCounts.clear(sdkId)
    bus.happened('faults')
  }

  const reset = async (sdkId?: string) => {
    for (const id of await sessions.ids(sdkId)) await removeSession(id)
    if (sdkId === undefined) await stateSessions.clear()
    await nextSessions.clear(sdkId)
    await faceRegisters.clear(sdkId)
    await applications.reset(sdkId)
    await clearFaults(sdkId)
    await journal.clear(sdkId)
    await deliveries.clear(sdkId)
    await clocks.reset(sdkId)
    await tell('clock', sdkId)
    await tell('reset', sdkId)
  }

  const watch = new Watch({
    store,
    replica,
    tasks,
    deliveries,
    unmoved: () => clocks.unmoved(),
    findSession,
    describeScenarios: options.describeScenarios,
    log,
    forget: (id) => deliveries.plans.forget(id),
  })

  try {
    await assertUsable(store, log)
    await bus.listen((error) => log.error('what another replica told could not be read', error))
    await watch.start()
  } catch (error) {
    connection.close()
    throw describeStart(options.store, error)
  }
  connection.events.on('back', () => void watch.look()).on('missed', () => changes.emit('missed'))

  return {
    load: async (key) => {
      const { context, loaded } = await loadAll(key)
      loadedOf.set(context, { ...loaded, context })
      return context
    },
    commit,
    journal: {
      open: (opening) => journal.open(opening),
      close: (entry) => journal.close(entry),
      list: () => journal.list(),
      hasForgotten: (of) => journal.hasForgotten(of),
      clear: async (sdkId) => {
        await journal.clear(sdkId)
        await tell('cleared', sdkId)
      },
    },
    sessions: { list: () => sessions.list(), find: (sessionId) => sessions.find(sessionId) },
    clocks: {
      read: (sdkId) => clocks.read(sdkId),
      change: async (sdkId, change) => {
        await clocks.change(sdkId, change, { touch: applications.touch, tell: bus.tell('clock', { sdkId }) })
        bus.happened('clock', ...(sdkId === undefined ? [] : [sdkId]))
      },
      furthest: (sdkId) => clocks.furthest(sdkId),
    },
    applications: {
      find: (sdkId) => applications.find(sdkId),
      list: () => applications.list(),
      put: async (sdkId, change) => {
        const application = await applications.put(sdkId, change)
        await tellOf('applications')
        return application
      },
      defaults: () => applications.defaults(),
      setDefaultScenario: async (scenario) => {
        await applications.setDefaultScenario(scenario)
        await tellOf('applications')
      },
    },
    faults: {
      add: async (rule) => {
        const counted = await faults.add(rule)
        bus.happened('faults')
        return counted
      },
      list: (sdkId) => faults.list(sdkId),
      listOfScenarios: (sdkId) => scenarioCounts.list(sdkId),
      find: (id) => faults.find(id),
      remove: async (id) => {
        await faults.remove(id)
        bus.happened('faults')
      },
      clear: clearFaults,
    },
    faceRegisters: { find: (sdkId, ids) => faceRegisters.find(sdkId, ids) },
    nextSessions: {
      add: async (next) => {
        await nextSessions.add(next)
        bus.happened('applications')
      },
    },
    providerStateSessions: {
      keep: (state, sessionId) => stateSessions.keep(state, sessionId),
      take: (state) => stateSessions.take(state),
    },
    deliveries: {
      plan: (sessionId, sdkId, planned) => deliveries.plans.plan(sessionId, sdkId, planned),
      claimDue: (of) => deliveries.plans.claimDue(of),
      claimNext: (sessionId) => deliveries.claimNext(sessionId),
      add: (delivery) => deliveries.add(delivery),
      withdraw: (id) => deliveries.withdraw(id),
      record: (id, attempt, status) => deliveries.record(id, attempt, status),
      list: (of) => deliveries.list(of),
      find: (id) => deliveries.find(id),
      hold: (of) => deliveries.hold(of),
      release: (of) => deliveries.release(of),
      retry: (sessionIds) => deliveries.retry(sessionIds),
    },
    changes,
    tasks,
    snapshots: createSnapshots(parts, {
      store,
      reset,
      changed: async (snapshot) => {
        for (const session of snapshot.sessions) bus.happened('kept', session)
        await tell('clock', snapshot.sdkId)
        await tellOf('faults')
        await tellOf('applications')
      },
    }),
    reset,
    close: async () => {
      deliveries.close()
      if (connection.isReady) await watch.close().catch(() => undefined)
      connection.close()
    },
  }
}
