import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

type Named = { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>> }

/** The answers that are not sent to their end, so that a server ends after them and not within one. */
export class InFlight {
  readonly #answers = new Map<ServerResponse, Named>()
  #waiting: (() => void)[] = []
  #isLast = false

  add(response: ServerResponse, request: Named): void {
    this.#answers.set(response, request)
    if (this.#isLast) response.shouldKeepAlive = false
    response.once('close', () => this.#remove(response))
    // A client that goes away while its answer is written is no failure; the journal has what was sent.
    response.on('error', () => undefined)
  }

  /** The requests that are being answered: id, method and path. */
  requests(): string[] {
    return [...this.#answers.values()].map(
      ({ method, path, headers }) => `${headers['x-request-id']} ${method} ${path}`,
    )
  }

  /** Whether an answer on this connection is still to come. None comes to a request that did not arrive to its end. */
  isBusy(socket: Duplex): boolean {
    return [...this.#answers.keys()].some(({ req }) => req.socket === socket && req.complete)
  }

  /** Resolves when every answer of a connection has left. */
  async ended(socket: Duplex): Promise<void> {
    while (this.isBusy(socket)) await this.#next()
  }

  /** Has every connection close after its answer. Resolves when all answers have left. */
  async drain(): Promise<void> {
    this.#isLast = true
    for (const response of this.#answers.keys()) response.shouldKeepAlive = false
    while (this.#answers.size > 0) await this.#next()
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #remove(response: ServerResponse): void {
    this.#answers.delete(response)
    const woken = this.#waiting
    this.#waiting = []
    for (const wake of woken) wake()
  }
}
