import { clearTimeout, setTimeout } from 'node:timers'
import type { Log } from '../base/log.js'
import type { Session } from '../engine/model/session.js'
import type { Delivery, OwnerFilter } from '../engine/notifications/delivery.js'
import { newDelivery } from '../engine/notifications/new-delivery.js'
import { planNotifications } from '../engine/notifications/plan.js'
import type { CheckNotification } from '../openapi/validators.js'
import type { DueWait, State } from '../state/state.js'

export type SchedulerOptions = {
  readonly state: Pick<State, 'deliveries' | 'tasks'>
  readonly log: Log
  /** Given when every body is checked against openapi.yaml. */
  readonly check?: CheckNotification
  /** Called with each delivery that could not wait for its turn. */
  readonly onFailed: (delivery: Delivery) => void
}

/** The longest that Node's timers wait. */
const longestWait = 2 ** 31 - 1

/** Plans what is sent about sessions, and has it wait for its turn when it is due by the clock of its application. */
export class Scheduler {
  readonly #options: SchedulerOptions
  readonly #timers = new Map<string, NodeJS.Timeout>()

  constructor(options: SchedulerOptions) {
    this.#options = options
    const { tasks } = options.state
    tasks.on('kept', (session) => this.#plan(session))
    tasks.on('removed', (sessionId) => this.#disarm(sessionId))
    tasks.on('clock', (sdkId) => this.#wake(sdkId === undefined ? {} : { sdkId }))
  }

  /** Wakes no more. */
  close(): void {
    for (const sessionId of this.#timers.keys()) this.#disarm(sessionId)
  }

  #plan(session: Session): void {
    if (session.request.notifications === undefined) return
    const { state } = this.#options
    const planned = planNotifications(session, session.scenario.notifications).map((notification) => ({
      ...newDelivery(session, notification),
      key: notification.key,
    }))
    for (const { body } of planned) this.#assertDocumented(body)
    this.#run(async () => {
      await state.deliveries.plan(session, planned)
      await this.#claim({ sessionId: session.id })
    })
  }

  #wake(of: OwnerFilter): void {
    this.#run(() => this.#claim(of))
  }

  async #claim(of: OwnerFilter): Promise<void> {
    const { queued, waits } = await this.#options.state.deliveries.claimDue(of)
    for (const delivery of queued) if (delivery.status === 'failed') this.#options.onFailed(delivery)
    for (const wait of waits) this.#arm(wait)
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#options.log.error('notifications could not be planned', error))
  }

  #arm({ sessionId, ms }: DueWait): void {
    this.#disarm(sessionId)
    if (ms === undefined) return
    const timer = setTimeout(() => this.#wake({ sessionId }), Math.min(Math.max(ms, 1), longestWait)).unref()
    this.#timers.set(sessionId, timer)
  }

  #disarm(sessionId: string): void {
    clearTimeout(this.#timers.get(sessionId))
    this.#timers.delete(sessionId)
  }

  #assertDocumented(body: Delivery['body']): void {
    const errors = this.#options.check?.(body.topic, body) ?? []
    if (errors.length > 0)
      throw new Error(`the body of ${body.topic} is not as openapi.yaml says: ${JSON.stringify(errors)}`)
  }
}
