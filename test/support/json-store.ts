import { EventEmitter } from 'node:events'
import { setImmediate as tick } from 'node:timers/promises'
import type { Entry } from '../../server/journal/entry.js'
import type { State, StateChanges, StateTasks } from '../../server/state/state.js'

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

/** @throws Error for what no store could keep: functions, and instances of classes other than bytes */
const assertPlain = (value: unknown, name: string): void => {
  if (typeof value === 'function') throw new Error(`${name} is a function`)
  if (typeof value !== 'object' || value === null || isBytes(value)) return
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null)
    throw new Error(`${name} is an instance of ${prototype.constructor.name}`)
  for (const [key, part] of Object.entries(value)) assertPlain(part, `${name}.${key}`)
}

/** As it comes back from a store that keeps text. */
const throughJson = <T>(value: T): T => {
  if (value === undefined) return value
  assertPlain(value, 'value')
  const text = JSON.stringify(value, function replace(this: Record<string, unknown>, key, shown: unknown) {
    // A Buffer has made itself an object already.
    const original = this[key]
    return isBytes(original) ? { $bytes: Buffer.from(original).toString('base64') } : shown
  })
  return JSON.parse(text, (_key, part) =>
    typeof part?.$bytes === 'string' ? new Uint8Array(Buffer.from(part.$bytes, 'base64')) : part,
  )
}

type Calls = { readonly [name: string]: (...args: never[]) => unknown }

/** The same calls, each answered later and with copies only. */
const later = <Part extends object>(part: Part): Part => {
  const calls = Object.entries(part as Calls).map(([name, call]) => [
    name,
    async (...args: never[]) => {
      await tick()
      return throughJson(await call(...(args.map(throughJson) as never[])))
    },
  ])
  // Every call of these parts may answer by a promise.
  return Object.fromEntries(calls) as Part
}

const copyChanges = (changes: State['changes']): State['changes'] => {
  const copies = new EventEmitter<StateChanges>().setMaxListeners(0)
  changes.on('kept', (session) => copies.emit('kept', throughJson(session)))
  changes.on('removed', (sessionId) => copies.emit('removed', sessionId))
  changes.on('clock', (sdkId) => copies.emit('clock', sdkId))
  changes.on('delivery', (delivery) => copies.emit('delivery', throughJson(delivery)))
  changes.on('request', (entry) => copies.emit('request', throughJson(entry)))
  changes.on('faults', () => copies.emit('faults'))
  changes.on('applications', () => copies.emit('applications'))
  changes.on('cleared', (sdkId) => copies.emit('cleared', sdkId))
  changes.on('reset', (sdkId) => copies.emit('reset', sdkId))
  return copies
}

const copyTasks = (tasks: State['tasks']): State['tasks'] => {
  const copies = new EventEmitter<StateTasks>().setMaxListeners(0)
  tasks.on('kept', (session) => copies.emit('kept', throughJson(session)))
  tasks.on('removed', (sessionId) => copies.emit('removed', sessionId))
  tasks.on('clock', (sdkId) => copies.emit('clock', sdkId))
  tasks.on('delivery', (delivery) => copies.emit('delivery', throughJson(delivery)))
  tasks.on('retry', (sessionIds) => copies.emit('retry', sessionIds))
  return copies
}

/**
 * A state as far away as a shared one: it answers every call by a promise, lets only JSON pass, and refuses every third
 * commit, as if somebody else had been faster.
 */
export const createJsonStore = (inner: State): State => {
  let commits = 0
  const { load, commit, reset, journal } = inner
  /** Requests that are being answered in this process. */
  const open = new Map<number, Entry>()
  return {
    ...later({ load, reset }),
    commit: async (read, changes) => {
      await tick()
      commits += 1
      return commits % 3 !== 0 && commit(throughJson(read), throughJson(changes))
    },
    journal: {
      ...later(journal),
      open: (opening) => {
        const entry = throughJson(journal.open(throughJson(opening)))
        open.set(entry.id, entry)
        return entry
      },
      close: (entry) => {
        open.delete(entry.id)
        journal.close(throughJson(entry))
      },
      list: async () => {
        const kept = await journal.list()
        return kept.map((entry) => throughJson(open.get(entry.id) ?? entry))
      },
    },
    sessions: later(inner.sessions),
    clocks: later(inner.clocks),
    applications: later(inner.applications),
    faults: later(inner.faults),
    faceRegisters: later(inner.faceRegisters),
    nextSessions: later(inner.nextSessions),
    providerStateSessions: later(inner.providerStateSessions),
    deliveries: { ...later(inner.deliveries), giveUp: inner.deliveries.giveUp },
    snapshots: later(inner.snapshots),
    changes: copyChanges(inner.changes),
    tasks: copyTasks(inner.tasks),
    close: inner.close,
  }
}
