import { clearTimeout, setTimeout } from 'node:timers'
import type { Session } from '../../engine/model/session.js'
import type { State } from '../../state/state.js'

/** No session is looked at more often than this, in real milliseconds. */
const shortest = 100
/** Milliseconds until it looks again when it could not. */
const afterFailure = 1000
/** The longest that Node's timers wait. */
const longest = 2 ** 31 - 1

type Next = { readonly at: number; readonly sdkId: string | undefined }

/** When a session comes to another stage by its clock: its next event, or its deadline. */
const nextInstant = ({ events, deadline, frozenAt }: Session, now: number): number | undefined => {
  if (frozenAt !== undefined) return undefined
  const coming = [...events.map(({ at }) => at), deadline].filter((at) => at > now)
  return coming.length === 0 ? undefined : Math.min(...coming)
}

/** Tells when sessions change because time passes. */
export class StageWatch {
  readonly #state: Pick<State, 'sessions' | 'clocks'>
  readonly #onChanged: (session: Session) => void
  readonly #onFailed: (error: unknown) => void
  readonly #next = new Map<string, Next>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    state: Pick<State, 'sessions' | 'clocks'>,
    { onChanged, onFailed }: { onChanged: (session: Session) => void; onFailed: (error: unknown) => void },
  ) {
    this.#state = state
    this.#onChanged = onChanged
    this.#onFailed = onFailed
  }

  async start(): Promise<void> {
    for (const { session, now } of await this.#state.sessions.list()) this.#plan(session, now)
    await this.look()
  }

  async keep(session: Session): Promise<void> {
    this.#plan(session, (await this.#state.clocks.read(session.sdkId)).now)
    await this.look()
  }

  forget(sessionId: string): void {
    this.#next.delete(sessionId)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#next.clear()
  }

  /** Tells what is due by now, and looks again when the next is. */
  async look(): Promise<void> {
    const readings = new Map<string | undefined, { readonly now: number; readonly frozen: boolean }>()
    let wait: number | undefined
    for (const [sessionId, { at, sdkId }] of [...this.#next]) {
      const clock = readings.get(sdkId) ?? (await this.#state.clocks.read(sdkId))
      readings.set(sdkId, clock)
      if (at <= clock.now) await this.#tell(sessionId)
      const next = this.#next.get(sessionId)
      if (next !== undefined && !clock.frozen) wait = Math.min(wait ?? longest, next.at - clock.now)
    }
    clearTimeout(this.#timer)
    if (wait !== undefined) this.#timer = setTimeout(() => this.#lookAgain(), Math.max(wait, shortest)).unref()
  }

  #lookAgain(): void {
    this.#timer = undefined
    this.look().catch((error: unknown) => {
      this.#onFailed(error)
      // A store that is away comes back. Nothing is left to look for when this was stopped.
      if (this.#next.size > 0) this.#timer ??= setTimeout(() => this.#lookAgain(), afterFailure).unref()
    })
  }

  async #tell(sessionId: string): Promise<void> {
    const stored = await this.#state.sessions.find(sessionId)
    this.#next.delete(sessionId)
    if (stored === undefined) return
    this.#plan(stored.session, stored.now)
    this.#onChanged(stored.session)
  }

  #plan(session: Session, now: number): void {
    const at = nextInstant(session, now)
    if (at === undefined) this.#next.delete(session.id)
    else this.#next.set(session.id, { at, sdkId: session.sdkId })
  }
}
