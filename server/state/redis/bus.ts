import type { EventEmitter } from 'node:events'
import type { Session } from '../../engine/model/session.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import type { Entry } from '../../journal/entry.js'
import type { StateChanges, StateTasks } from '../state.js'
import type { Store } from './store.js'

/** What replicas tell each other: names only; who wants to know more reads it. */
type Messages = {
  readonly kept: { readonly id: string }
  readonly removed: { readonly id: string }
  readonly clock: { readonly sdkId?: string | undefined }
  readonly delivery: { readonly id: number }
  readonly faults: object
  readonly applications: object
  readonly cleared: { readonly sdkId?: string | undefined }
  readonly reset: { readonly sdkId?: string | undefined }
  /** Entries of the journal were closed: the first of them, and the last where they are several. */
  readonly request: { readonly id: number; readonly last?: number }
  readonly retry: { readonly sessionIds: readonly string[] }
  /** Write down every request that was answered, and say so. */
  readonly flush: { readonly token: string }
  readonly flushed: { readonly token: string }
}

type Message = { [Type in keyof Messages]: { readonly type: Type } & Messages[Type] }[keyof Messages] & {
  readonly from: string
}

export type BusDeps = {
  readonly store: Store
  readonly replica: string
  readonly changes: EventEmitter<StateChanges>
  readonly tasks: EventEmitter<StateTasks>
  readonly findSession: (id: string) => Promise<Session | undefined>
  readonly findDelivery: (id: number) => Promise<Delivery | undefined>
  readonly findEntries: (first: number, last: number) => Promise<readonly Entry[]>
}

/** Tells the other replicas what has happened here, and this process what has happened there. */
export class Bus {
  readonly #deps: BusDeps
  /** Called for what concerns the journal. */
  onFlush: (message: { readonly type: 'flush' | 'flushed'; readonly token: string; readonly from: string }) => void =
    () => undefined

  constructor(deps: BusDeps) {
    this.#deps = deps
  }

  get #channel(): string {
    return this.#deps.store.key('events')
  }

  /** The command that tells the others, to be part of the step in which it happens. */
  tell<Type extends keyof Messages>(type: Type, message: Messages[Type]): string[] {
    return ['PUBLISH', this.#channel, JSON.stringify({ type, ...message, from: this.#deps.replica })]
  }

  /** Tells this process: those who have to act, and those who wait. */
  happened<Type extends keyof StateChanges>(type: Type, ...what: StateChanges[Type]): void {
    const { changes, tasks } = this.#deps
    // Both know these events by the same names and values.
    for (const emitter of [tasks, changes] as EventEmitter[]) emitter.emit(type, ...what)
  }

  /** @param onMissed called when something was told that could not be read */
  async listen(onMissed: (error: unknown) => void): Promise<void> {
    await this.#deps.store.connection.subscribe(this.#channel, (text) => {
      // Whatever is wrong with a message, nobody else would take it.
      this.#read(text).catch(onMissed)
    })
  }

  async #read(text: string): Promise<void> {
    // Replicas write to the channel, perhaps of another version; others may too.
    const message = JSON.parse(text) as Message
    if (message.from !== this.#deps.replica) await this.#receive(message)
  }

  async #receive(message: Message): Promise<void> {
    const { changes, tasks, findSession, findDelivery, findEntries } = this.#deps
    // What happened is read only when somebody wants to know.
    const isWanted = (type: keyof StateChanges) => changes.listenerCount(type) > 0
    switch (message.type) {
      case 'kept': {
        const session = isWanted('kept') ? await findSession(message.id) : undefined
        if (session !== undefined) changes.emit('kept', session)
        break
      }
      case 'delivery': {
        const delivery = isWanted('delivery') ? await findDelivery(message.id) : undefined
        if (delivery !== undefined) changes.emit('delivery', delivery)
        break
      }
      case 'request': {
        const { id, last = id } = message
        const entries = isWanted('request') ? await findEntries(id, last) : []
        for (const entry of entries) changes.emit('request', entry)
        break
      }
      case 'removed':
        changes.emit('removed', message.id)
        break
      case 'clock':
        changes.emit('clock', message.sdkId)
        break
      case 'cleared':
        changes.emit('cleared', message.sdkId)
        break
      case 'reset':
        changes.emit('reset', message.sdkId)
        break
      case 'faults':
        changes.emit('faults')
        break
      case 'applications':
        changes.emit('applications')
        break
      case 'retry':
        tasks.emit('retry', message.sessionIds)
        break
      case 'flush':
      case 'flushed':
        this.onFlush(message)
        break
    }
  }
}
