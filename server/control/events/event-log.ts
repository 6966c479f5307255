import type { EventType } from '../../openapi/event-types.js'
import type { ControlSchema } from '../../openapi/schema.js'

type ControlEvent = ControlSchema<'ControlEvent'>

/** An event that was numbered and written out. */
export type Logged = {
  readonly seq: number
  readonly type: EventType
  /** The application that it is about, if it is about one. */
  readonly sdkId: string | undefined
  readonly text: string
}

/** So many events are kept for clients that come back. */
const mostKept = 2000

/** An event as it goes over the wire. */
export const writeFrame = ({ id, type, data }: ControlEvent): string =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`

/** Why a client that comes back cannot be given what it missed. */
export type Gap = Extract<ControlEvent, { type: 'gap' }>['data']['reason']

/** The last events, numbered from 1. */
export class EventLog {
  readonly epoch: string
  #seq = 0
  #kept: Logged[] = []

  /** @param epoch tells this start of the server from others */
  constructor(epoch: string) {
    this.epoch = epoch
  }

  get seq(): number {
    return this.#seq
  }

  idOf(seq: number): string {
    return `${this.epoch}-${seq}`
  }

  add(type: EventType, sdkId: string | undefined, data: unknown): Logged {
    this.#seq += 1
    // The data is what the document gives this type: `event-sources.ts` makes both together.
    const event = { id: this.idOf(this.#seq), type, data } as ControlEvent
    const logged = { seq: this.#seq, type, sdkId, text: writeFrame(event) }
    this.#kept.push(logged)
    if (this.#kept.length > mostKept * 2) this.#kept = this.#kept.slice(-mostKept)
    return logged
  }

  /** What came after an event that a client has. */
  since(id: string): { readonly missed: readonly Logged[]; readonly from: number } | Gap {
    const [, epoch, number] = /^(.{1,100})-(\d{1,15})$/.exec(id) ?? []
    const seq = Number(number)
    if (epoch !== this.epoch || seq > this.#seq) return 'restarted'
    const missed = this.#kept.slice(-mostKept).filter((event) => event.seq > seq)
    return missed.length === this.#seq - seq ? { missed, from: seq } : 'forgotten'
  }

  /** Forgets everything: what happens from now on is not seen. */
  interrupt(): void {
    this.#kept = []
    this.#seq += 1
  }
}
