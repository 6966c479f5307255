import type { Session } from '../engine/model/session.js'
import { type Notification, planNotifications } from '../engine/notifications/plan.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import type { Clocks } from '../state/memory/clocks.js'
import type { State } from '../state/state.js'

/** A session whose application wants to be told, and what it is still to be told of it. */
type Agenda = {
  session: Session
  pending: readonly Notification[]
  readonly sent: Set<string>
  timer: NodeJS.Timeout | undefined
}

export type SchedulerOptions = {
  readonly changes: State['changes']
  readonly clocks: Pick<Clocks, 'read'>
  readonly catalogue: Pick<Catalogue, 'find'>
  readonly send: (session: Session, notification: Notification) => void
}

/** The longest that Node's timers wait. */
const longestWait = 2 ** 31 - 1

type Due = { readonly session: Session; readonly notification: Notification }

/** Hands out notifications when they are due, by the clock of their application: of several sessions the earliest first. */
export class Scheduler {
  readonly #options: SchedulerOptions
  readonly #agendas = new Map<string, Agenda>()

  constructor(options: SchedulerOptions) {
    this.#options = options
    const { changes } = options
    changes.on('kept', (session) => this.#take(session))
    changes.on('removed', (sessionId) => this.#forget(sessionId))
    changes.on('clock', (sdkId) => this.#moved(sdkId))
  }

  /** Wakes no more. */
  close(): void {
    for (const sessionId of this.#agendas.keys()) this.#forget(sessionId)
  }

  #take(session: Session): void {
    if (session.request.notifications === undefined) return
    const agenda = this.#agendas.get(session.id) ?? { session, pending: [], sent: new Set(), timer: undefined }
    const rules = this.#options.catalogue.find(session.scenarioId)?.notifications
    agenda.session = session
    agenda.pending = planNotifications(session, rules).filter(({ key }) => !agenda.sent.has(key))
    this.#agendas.set(session.id, agenda)
    this.#wake([agenda])
  }

  #forget(sessionId: string): void {
    clearTimeout(this.#agendas.get(sessionId)?.timer)
    this.#agendas.delete(sessionId)
  }

  #moved(sdkId: string | undefined): void {
    const all = [...this.#agendas.values()]
    this.#wake(sdkId === undefined ? all : all.filter(({ session }) => session.sdkId === sdkId))
  }

  #wake(agendas: readonly Agenda[]): void {
    const due = agendas.flatMap((agenda) => this.#takeDue(agenda))
    due.sort((one, other) => one.notification.at - other.notification.at)
    for (const { session, notification } of due) this.#options.send(session, notification)
    for (const agenda of agendas) this.#arm(agenda)
  }

  #takeDue(agenda: Agenda): Due[] {
    const { session, pending } = agenda
    const { now } = this.#options.clocks.read(session.sdkId)
    const due = pending.filter(({ at }) => at <= now)
    agenda.pending = pending.filter(({ at }) => at > now)
    for (const { key } of due) agenda.sent.add(key)
    return due.map((notification) => ({ session, notification }))
  }

  #arm(agenda: Agenda): void {
    clearTimeout(agenda.timer)
    const [next] = agenda.pending
    const clock = this.#options.clocks.read(agenda.session.sdkId)
    if (next === undefined || clock.frozen) return
    const wait = Math.min(Math.max(next.at - clock.now, 1), longestWait)
    agenda.timer = setTimeout(() => this.#wake([agenda]), wait).unref()
  }
}
