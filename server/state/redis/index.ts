import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import type { Clock } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import { randomIds } from '../../base/ids.js'
import type { Log } from '../../base/log.js'
import type { StateOptions } from '../options.js'
import type { State, StateChanges, StateTasks } from '../state.js'
import { createActions } from './actions.js'
import { assertUsable, describeStart } from './assert-usable.js'
import { Connection } from './connection.js'
import { createParts, type Parts } from './parts.js'
import { createRequests } from './requests.js'
import { Store } from './store.js'
import { Watch } from './watch.js'

export type RedisOptions = StateOptions & {
  readonly store: string
  readonly storePrefix: string
  /** Seconds that the store may take to be there. */
  readonly storeWait: number
  /** All that the scenario files say; it is compared with that of the other servers. */
  readonly describeScenarios: () => string
}

type Actions = ReturnType<typeof createActions>

const journalOf = ({ journal }: Parts, { tellOf }: Actions): State['journal'] => ({
  open: (opening) => journal.open(opening),
  close: (entry) => journal.close(entry),
  list: () => journal.list(),
  hasForgotten: (of) => journal.hasForgotten(of),
  clear: async (sdkId) => {
    await journal.clear(sdkId)
    await tellOf('cleared', sdkId)
  },
})

const clocksOf = ({ clocks, applications, bus }: Parts): State['clocks'] => ({
  read: (sdkId) => clocks.read(sdkId),
  change: async (sdkId, change) => {
    await clocks.change(sdkId, change, { touch: applications.touch, tell: bus.tell('clock', { sdkId }) })
    bus.happened('clock', ...(sdkId === undefined ? [] : [sdkId]))
  },
  furthest: (sdkId) => clocks.furthest(sdkId),
})

const applicationsOf = ({ applications }: Parts, { tell }: Actions): State['applications'] => ({
  find: (sdkId) => applications.find(sdkId),
  list: () => applications.list(),
  put: async (sdkId, change) => {
    const application = await applications.put(sdkId, change)
    await tell('applications')
    return application
  },
  defaults: () => applications.defaults(),
  setDefaultScenario: async (scenario) => {
    await applications.setDefaultScenario(scenario)
    await tell('applications')
  },
})

const faultsOf = ({ faults, scenarioCounts, bus }: Parts, { clearFaults }: Actions): State['faults'] => ({
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
})

const deliveriesOf = ({ deliveries }: Parts): State['deliveries'] => ({
  plan: (session, planned) => deliveries.plans.plan(session, planned),
  claimDue: (of) => deliveries.plans.claimDue(of),
  claimNext: (sessionId) => deliveries.claimNext(sessionId),
  giveUp: (sessionId) => deliveries.giveUp(sessionId),
  add: (delivery) => deliveries.add(delivery),
  withdraw: (id) => deliveries.withdraw(id),
  record: (id, attempt, status) => deliveries.record(id, attempt, status),
  list: (of) => deliveries.list(of),
  find: (id) => deliveries.find(id),
  hold: (of) => deliveries.hold(of),
  release: (of) => deliveries.release(of),
  retry: (sessionIds) => deliveries.retry(sessionIds),
})

/** The parts as requests and the control API use them. */
const statePartsOf = (parts: Parts, actions: Actions) => {
  const { sessions, faceRegisters, nextSessions, stateSessions, bus } = parts
  return {
    journal: journalOf(parts, actions),
    sessions: { list: () => sessions.list(), find: (sessionId: string) => sessions.find(sessionId) },
    clocks: clocksOf(parts),
    applications: applicationsOf(parts, actions),
    faults: faultsOf(parts, actions),
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
    deliveries: deliveriesOf(parts),
  } satisfies Partial<State>
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
  const parts = createParts(options, { store, clock, replica, changes, tasks })
  const { bus, deliveries } = parts
  const actions = createActions(parts, store)
  const watch = new Watch({ ...parts, store, replica, tasks, describeScenarios: options.describeScenarios, log })
  try {
    await assertUsable(store, log)
    await bus.listen((error) => {
      // That the store is away is known already.
      if (!(error instanceof YotiError)) log.error('what another replica told could not be read', error)
      connection.miss()
    })
    await watch.start()
  } catch (error) {
    connection.close()
    throw describeStart(options.store, error)
  }
  connection.events.on('back', () => void watch.look()).on('missed', () => changes.emit('missed'))
  return {
    ...createRequests(parts, store),
    ...statePartsOf(parts, actions),
    changes,
    tasks,
    snapshots: actions.snapshots,
    reset: actions.reset,
    close: async () => {
      deliveries.close()
      watch.stop()
      if (connection.isReady) await watch.handOver().catch(() => undefined)
      connection.close()
    },
  }
}
