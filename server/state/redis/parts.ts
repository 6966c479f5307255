import type { EventEmitter } from 'node:events'
import type { Clock } from '../../base/clock.js'
import { randomIds } from '../../base/ids.js'
import type { StateOptions } from '../options.js'
import type { StateChanges, StateTasks } from '../state.js'
import { Applications } from './applications.js'
import { Bus } from './bus.js'
import { Clocks } from './clocks.js'
import { Deliveries } from './deliveries.js'
import { FaceRegisters } from './face-registers.js'
import { Faults } from './faults.js'
import { Journal } from './journal.js'
import { NextSessions } from './next-sessions.js'
import { ProviderStateSessions } from './provider-state-sessions.js'
import { ScenarioCountsStore } from './scenario-counts.js'
import { Sessions } from './sessions.js'
import type { Store } from './store.js'
import { Tokens } from './tokens.js'

/** What is kept, each in its own keys, and what tells the other replicas of changes. */
export type Parts = {
  readonly bus: Bus
  readonly clocks: Clocks
  readonly sessions: Sessions
  readonly applications: Applications
  readonly nextSessions: NextSessions
  readonly faceRegisters: FaceRegisters
  readonly faults: Faults
  readonly scenarioCounts: ScenarioCountsStore
  readonly journal: Journal
  readonly deliveries: Deliveries
  readonly stateSessions: ProviderStateSessions
  readonly tokens: Tokens
}

type PartsDeps = {
  readonly store: Store
  readonly clock: Clock
  /** The name of this replica. */
  readonly replica: string
  readonly changes: EventEmitter<StateChanges>
  readonly tasks: EventEmitter<StateTasks>
}

export const createParts = (options: StateOptions, { store, clock, replica, changes, tasks }: PartsDeps): Parts => {
  const clocks = new Clocks(store, clock)
  const sessions = new Sessions(store, clocks, options.maxSessions)
  const bus: Bus = new Bus({
    store,
    replica,
    changes,
    tasks,
    findSession: async (id) => (await sessions.find(id))?.session,
    findDelivery: (id) => deliveries.find(id),
    findEntries: (first, last) => journal.find(first, last),
  })
  const deliveries = new Deliveries(store, { clocks, sessions, bus, tasks, replica })
  const journal = new Journal(store, {
    bus,
    replica,
    size: options.journalSize,
    now: () => clocks.unmoved(),
    token: () => randomIds.random(),
    onClosed: (entry) => changes.emit('request', entry),
  })
  return {
    bus,
    clocks,
    sessions,
    applications: new Applications(store, options.signatures, options.scenario),
    nextSessions: new NextSessions(store, bus.tell('applications', {})),
    faceRegisters: new FaceRegisters(store),
    faults: new Faults(store, bus.tell('faults', {})),
    scenarioCounts: new ScenarioCountsStore(store),
    journal,
    deliveries,
    stateSessions: new ProviderStateSessions(store),
    tokens: new Tokens(store),
  }
}
