import { EventEmitter } from 'node:events'
import { callerSdkId } from '../../auth/claim.js'
import { BoundedMap } from '../../base/bounded-map.js'
import type { Clock } from '../../base/clock.js'
import type { StateOptions } from '../options.js'
import type { Changes, ContextKey, Read, RequestContext, State, StateChanges, StateTasks } from '../state.js'
import { Applications } from './applications.js'
import { Clocks } from './clocks.js'
import { Deliveries } from './deliveries.js'
import { FaceRegisters } from './face-registers.js'
import { Faults } from './faults.js'
import { Journal } from './journal.js'
import { NextSessions } from './next-sessions.js'
import { ProviderStateSessions } from './provider-state-sessions.js'
import { ScenarioCountsStore } from './scenario-counts.js'
import { Sessions } from './sessions.js'
import { createSnapshots } from './snapshots.js'

/** Tokens and nonces above this drop the oldest, so that memory does not grow. */
const mostTokens = 10_000
const mostNonces = 10_000

/** State in this process: everything is answered at once. */
export const createMemoryState = (options: StateOptions, clock: Clock): State => {
  // What happens here is to be done here: one emitter is both.
  const changes = new EventEmitter<StateChanges>()
  const tasks = changes as unknown as EventEmitter<StateTasks>
  // Whoever waits for a change listens.
  changes.setMaxListeners(0)
  const clocks = new Clocks(clock)
  const sessions = new Sessions(clocks, changes, options.maxSessions)
  const applications = new Applications(options.signatures, options.scenario)
  const nextSessions = new NextSessions()
  const faceRegisters = new FaceRegisters()
  const faults = new Faults(changes)
  const scenarioCounts = new ScenarioCountsStore()
  const journal = new Journal(options.journalSize, () => clocks.now(undefined), changes)
  const deliveries = new Deliveries(clocks, changes)
  const stateSessions = new ProviderStateSessions()
  const tokens = new BoundedMap<string, { readonly sdkId: string; readonly expiresAt: number }>(mostTokens)
  // One government client sends the same nonce for three requests, so reuse is noted, never refused.
  const nonces = new BoundedMap<string, true>(mostNonces)

  /** Grows with each change of what is compared together. */
  const version = () => faults.version + scenarioCounts.version + nextSessions.version

  const load = ({ claim, operation, sessionId, faces: faceIds }: ContextKey): RequestContext => {
    const token = claim.bearer === undefined ? undefined : tokens.get(claim.bearer)
    const namedPolicy = applications.policyOf(applications.find(claim.sdkId))
    const sdkId = callerSdkId(claim, namedPolicy, token?.sdkId)
    const application = applications.find(sdkId)
    const stored = sessionId === undefined ? undefined : sessions.find(sessionId)
    const owner = stored?.session.sdkId
    return {
      caller: {
        sdkId,
        application,
        policy: namedPolicy === 'off' ? 'off' : applications.policyOf(application),
        namedPolicy,
        token,
        now: clocks.now(sdkId),
        nonceSeen: claim.nonce !== undefined && nonces.get(`${sdkId} ${claim.nonce}`) === true,
      },
      stored,
      ownerPolicy: owner === undefined ? undefined : applications.policyOf(applications.find(owner)),
      unmoved: clocks.unmoved(),
      defaults: { scenario: applications.scenarioOf(application), responses: applications.responsesOf(sdkId) },
      nextSession: nextSessions.next(sdkId),
      faces: faceIds && faceRegisters.find(sdkId, faceIds),
      faults: faults.list(),
      scenarioCounts: scenarioCounts.of({ operation, sdkId, sessionId }),
      version: version(),
    }
  }

  const stands = (read: Read, changes: Changes): boolean => {
    const { session, usedNextSession, faultCounts, scenarioCounts: counts, faces: register } = changes
    if ((usedNextSession ?? faultCounts ?? counts) !== undefined && read.version !== version()) return false
    if (register !== undefined && faceRegisters.versionOf(register) !== (read.faces?.version ?? 0)) return false
    if (session === undefined) return true
    return sessions.versionOf('put' in session ? session.put.id : session.remove) === (read.stored?.version ?? 0)
  }

  const commit = (read: Read, written: Changes): boolean => {
    if (!stands(read, written)) return false
    const { session, usedNextSession, faultCounts, scenarioCounts: counts, responses, nonce, token } = written
    if (written.faces !== undefined) faceRegisters.put(written.faces)
    if (nonce !== undefined) nonces.set(`${nonce.sdkId} ${nonce.nonce}`, true)
    if (token !== undefined) tokens.set(token.token, { sdkId: token.sdkId, expiresAt: token.expiresAt })
    if (usedNextSession !== undefined) {
      nextSessions.use(usedNextSession)
      changes.emit('applications')
    }
    if (faultCounts !== undefined) faults.count(faultCounts)
    if (counts !== undefined) {
      scenarioCounts.put(counts)
      changes.emit('faults')
    }
    if (responses !== undefined) applications.putResponses(responses.sdkId, responses.config)
    if (session !== undefined) {
      if ('put' in session) sessions.put(session.put)
      else sessions.remove(session.remove)
    }
    return true
  }

  const clearFaults = (sdkId?: string) => {
    faults.clear(sdkId)
    scenarioCounts.clear(sdkId)
  }

  const reset = (sdkId?: string) => {
    sessions.clear(sdkId)
    if (sdkId === undefined) stateSessions.clear()
    nextSessions.clear(sdkId)
    faceRegisters.clear(sdkId)
    applications.reset(sdkId)
    clearFaults(sdkId)
    journal.clear(sdkId)
    deliveries.clear(sdkId)
    clocks.reset(sdkId)
    changes.emit('clock', sdkId)
    changes.emit('reset', sdkId)
  }

  return {
    load,
    commit,
    journal: {
      open: (opening) => journal.open(opening),
      close: (entry) => journal.close(entry),
      list: () => journal.list(),
      hasForgotten: (of) => journal.hasForgotten(of),
      clear: (sdkId) => {
        journal.clear(sdkId)
        changes.emit('cleared', sdkId)
      },
    },
    sessions: { list: () => sessions.list(), find: (sessionId) => sessions.find(sessionId) },
    clocks: {
      read: (sdkId) => clocks.read(sdkId),
      change: (sdkId, change) => {
        clocks.change(sdkId, change)
        changes.emit('clock', sdkId)
      },
      furthest: (sdkId) => clocks.furthest(sdkId),
    },
    applications: {
      find: (sdkId) => applications.find(sdkId),
      list: () => applications.list(),
      put: (sdkId, change) => {
        const application = applications.put(sdkId, change)
        changes.emit('applications')
        return application
      },
      defaults: () => applications.defaults(),
      setDefaultScenario: (scenario) => {
        applications.setDefaultScenario(scenario)
        changes.emit('applications')
      },
    },
    faults: {
      add: (rule) => faults.add(rule),
      list: (sdkId) => faults.list(sdkId),
      listOfScenarios: (sdkId) => scenarioCounts.list(sdkId),
      find: (id) => faults.find(id),
      remove: (id) => faults.remove(id),
      clear: clearFaults,
    },
    faceRegisters: { find: (sdkId, ids) => faceRegisters.find(sdkId, ids) },
    nextSessions: {
      add: (next) => {
        nextSessions.add(next)
        changes.emit('applications')
      },
    },
    providerStateSessions: {
      keep: (state, sessionId) => stateSessions.keep(state, sessionId),
      take: (state) => stateSessions.take(state),
    },
    deliveries: {
      plan: ({ id, sdkId }, planned) => deliveries.plans.put(id, sdkId, planned),
      claimDue: (of) => {
        const { due, waits } = deliveries.plans.claimDue(of)
        return { queued: due.map((planned) => deliveries.queue(planned)), waits }
      },
      // This state is never away.
      giveUp: () => undefined,
      claimNext: (sessionId) => deliveries.claimNext(sessionId),
      add: (delivery) => deliveries.add(delivery),
      withdraw: (id) => deliveries.withdraw(id),
      record: (id, attempt, status) => deliveries.record(id, attempt, status),
      list: (of) => deliveries.list(of),
      find: (id) => deliveries.find(id),
      hold: (of) => deliveries.hold(of),
      release: (of) => deliveries.release(of),
      retry: (sessionIds) => {
        tasks.emit('retry', sessionIds)
      },
    },
    changes,
    tasks,
    snapshots: createSnapshots(
      {
        clocks,
        sessions,
        applications,
        nextSessions,
        faceRegisters,
        faults,
        scenarioCounts,
        deliveries,
        stateSessions,
        tokens,
      },
      { reset, changes },
    ),
    reset,
    close: async () => undefined,
  }
}
