import { day } from '../../base/clock.js'
import type { Delivery } from '../../engine/notifications/delivery.js'
import type { Bus } from './bus.js'
import type { Command, Store } from './store.js'

/** How many deliveries are kept to be shown. */
const mostKept = 5000
/** What is kept about deliveries goes after so long. */
export const keptMs: number = 45 * day

/** What stands in the store about a delivery: itself, the lists that show it, and its place in the queue of its session. */
export class DeliveryCommands {
  readonly #store: Store
  readonly #bus: Bus

  constructor(store: Store, bus: Bus) {
    this.#store = store
    this.#bus = bus
  }

  #key(name: string): string {
    return this.#store.key(name)
  }

  put(delivery: Delivery): Command {
    return ['SET', this.#key(`delivery:${delivery.id}`), JSON.stringify(delivery), 'PX', keptMs]
  }

  /** Writes a delivery into the lists, without a place in a queue. */
  show(delivery: Delivery): Command[] {
    const { id, sessionId, sdkId } = delivery
    const lists = [`deliveries-of-session:${sessionId}`, ...(sdkId === undefined ? [] : [`deliveries-of:${sdkId}`])]
    return [
      this.put(delivery),
      ['ZADD', this.#key('deliveries'), id, id],
      ['PEXPIRE', this.#key('deliveries'), keptMs],
      ...lists.flatMap((name) => [
        ['ZADD', this.#key(name), id, id],
        ['ZREMRANGEBYRANK', this.#key(name), 0, -mostKept - 1],
        ['PEXPIRE', this.#key(name), keptMs],
      ]),
      ['KEEP', mostKept],
      this.#bus.tell('delivery', { id }),
    ]
  }

  /** Writes a new delivery; one that is still to be sent has its place in the queue. */
  add(delivery: Delivery): Command[] {
    const isToBeSent = delivery.status === 'waiting' || delivery.status === 'held'
    // In the queue first: what waits never has to make room.
    return [...(isToBeSent ? this.#enqueue(delivery) : []), ...this.show(delivery)]
  }

  #enqueue({ id, sessionId, status }: Delivery): Command[] {
    return [
      ['RPUSH', this.#key(`queue:${sessionId}`), id],
      ['PEXPIRE', this.#key(`queue:${sessionId}`), keptMs],
      ['ZADD', this.#key('waiting'), id, id],
      ...(status === 'held' ? [['SADD', this.#key('held'), id]] : [['SADD', this.#key('unclaimed'), sessionId]]),
    ]
  }

  dequeue({ id, sessionId }: Delivery): Command[] {
    return [
      ['LREM', this.#key(`queue:${sessionId}`), 0, id],
      ['ZREM', this.#key('waiting'), id],
      ['SREM', this.#key('held'), id],
      ['FORGET', id],
    ]
  }

  remove(delivery: Delivery): Command[] {
    const { id, sessionId, sdkId } = delivery
    return [
      ...this.dequeue(delivery),
      ['UNLINK', this.#key(`delivery:${id}`), this.#key(`deliveries-of-session:${sessionId}`)],
      ['ZREM', this.#key('deliveries'), id],
      ...(sdkId === undefined ? [] : [['ZREM', this.#key(`deliveries-of:${sdkId}`), id]]),
    ]
  }
}
