import { createHash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { clearInterval, setInterval } from 'node:timers'
import { YotiError } from '../../base/errors.js'
import type { Log } from '../../base/log.js'
import type { StateTasks } from '../state.js'
import type { Answer } from './connection.js'
import type { Parts } from './parts.js'
import { type Store, textsOf, toMap } from './store.js'

/** How often a replica says that it is alive, and looks for what nobody works on. */
const interval = 1000
/** Scenarios are compared at every tenth look. */
const comparedEvery = 10
/** A replica that has said nothing for so long, and does not in the next two looks, is gone. */
export const leaseMs = 5000

type WatchDeps = Pick<Parts, 'clocks' | 'sessions' | 'deliveries'> & {
  readonly store: Store
  readonly replica: string
  readonly tasks: EventEmitter<StateTasks>
  readonly describeScenarios: () => string
  readonly log: Log
}

/** What was seen in the last look too: whoever is at work on it has had the time in between. */
class SeenTwice {
  #before: ReadonlySet<string> = new Set()

  filter(seen: readonly string[]): string[] {
    const again = seen.filter((name) => this.#before.has(name))
    this.#before = new Set(seen)
    return again
  }
}

/** Says that this replica is alive, and takes over what others have left. */
export class Watch {
  readonly #deps: WatchDeps
  readonly #dead = new SeenTwice()
  readonly #unclaimed = new SeenTwice()
  readonly #due = new SeenTwice()
  #timer: NodeJS.Timeout | undefined
  #isLooking = false
  #looks = 0
  #warnedOf = ''

  constructor(deps: WatchDeps) {
    this.#deps = deps
  }

  async start(): Promise<void> {
    await this.#look()
    this.#timer = setInterval(() => void this.look(), interval).unref()
  }

  /** One look; one after the other. A store that is away is looked at again later. */
  async look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    await this.#look().catch((error: unknown) => {
      if (!(error instanceof YotiError)) this.#deps.log.error('what other replicas left could not be looked at', error)
    })
    this.#isLooking = false
  }

  /** Scenario files are not shared: a server whose files say something else would answer something else. */
  async #compareScenarios(): Promise<void> {
    const { store, replica, describeScenarios, log } = this.#deps
    const key = store.key('scenarios')
    const own = createHash('sha256').update(describeScenarios()).digest('hex')
    await store.apply([], [['HSET', key, replica, own]])
    const [all] = await store.read([['HGETALL', key]])
    const others = [...toMap(all)].filter(([, hash]) => hash !== own).map(([name]) => name)
    const named = others.sort().join(', ')
    if (named !== '' && named !== this.#warnedOf)
      log.warn(
        `the scenario files of this server differ from those of ${named}: give every server the same --scenarios`,
      )
    this.#warnedOf = named
  }

  async #look(): Promise<void> {
    if (this.#looks % comparedEvery === 0) await this.#compareScenarios()
    this.#looks += 1

    const { store, replica, tasks, deliveries, clocks, sessions } = this.#deps
    const args = [replica, String(leaseMs), String(clocks.unmoved())]
    const [dead, unclaimed, due] = (await store.connection.run('sweep', args)) as readonly Answer[]
    for (const name of this.#dead.filter(textsOf(dead))) await store.connection.run('bury', [name])
    for (const sessionId of this.#unclaimed.filter(textsOf(unclaimed))) tasks.emit('waiting', sessionId)
    for (const sessionId of this.#due.filter(textsOf(due))) {
      const found = await sessions.find(sessionId)
      if (found === undefined) await deliveries.plans.forget(sessionId)
      else tasks.emit('kept', found.session)
    }
    const broken = [...deliveries.broken]
    deliveries.broken.clear()
    for (const sessionId of broken) tasks.emit('waiting', sessionId)
  }

  /** Looks no more. */
  stop(): void {
    clearInterval(this.#timer)
  }

  /** What this replica has claimed is for others now. */
  async handOver(): Promise<void> {
    const { store, replica } = this.#deps
    await store.apply([], [['ZADD', store.key('replicas'), 0, replica]])
    await store.connection.run('bury', [replica])
  }
}
