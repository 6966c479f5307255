import { clearInterval, setInterval } from 'node:timers'
import { createStoreClient, type StoreClient } from './client.js'

/** How often a link asks whether it still stands, in milliseconds. */
const interval = 1000
/** A link is given up that so many questions in a row got no answer on: what lies between may drop it without a word. */
const mostUnanswered = 5

type LinkListeners = {
  readonly onReady: () => void
  readonly onError: (error: unknown) => void
  /** Says what makes a connection of use; a client that connects again says it again by itself. */
  readonly prepare?: (client: StoreClient) => Promise<unknown>
}

/** A connection to the store that is made anew whenever it breaks off, or is silent. */
export class Link {
  readonly #url: string
  readonly #listeners: LinkListeners
  #client: StoreClient
  /** The client for which everything was said. */
  #prepared: StoreClient | undefined
  #unanswered = 0
  #timer: NodeJS.Timeout | undefined

  private constructor(url: string, listeners: LinkListeners) {
    this.#url = url
    this.#listeners = listeners
    this.#client = this.#create()
  }

  static async open(url: string, listeners: LinkListeners): Promise<Link> {
    const link = new Link(url, listeners)
    try {
      await link.#client.connect()
      await link.#prepare(link.#client)
    } catch (error) {
      link.close()
      throw error
    }
    link.#timer = setInterval(() => link.#look(), interval).unref()
    return link
  }

  #create(): StoreClient {
    const { onError } = this.#listeners
    const client = createStoreClient(this.#url)
    return client.on('error', onError).on('ready', () => {
      this.#unanswered = 0
      const isOpen = this.#timer !== undefined
      if (client === this.#client && isOpen) this.#prepare(client).catch(onError)
    })
  }

  async #prepare(client: StoreClient): Promise<void> {
    if (client !== this.#prepared) await this.#listeners.prepare?.(client)
    this.#prepared = client
    this.#listeners.onReady()
  }

  get client(): StoreClient {
    return this.#client
  }

  #look(): void {
    if (this.#unanswered >= mostUnanswered) this.#renew()
    this.#unanswered += 1
    const ping = this.#client.isReady ? this.#client.sendCommand(['PING']) : Promise.reject()
    ping.then(
      () => {
        this.#unanswered = 0
      },
      () => undefined,
    )
  }

  #renew(): void {
    const { onError } = this.#listeners
    this.#unanswered = 0
    this.#client.destroy()
    onError(new Error('no answer'))
    this.#client = this.#create()
    this.#client.connect().catch(onError)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#client.destroy()
  }
}
