import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

type Request = { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>> }

const ignore = () => undefined

type Answer = { readonly response: ServerResponse; readonly request: Request }

/** The answers that are not sent to their end, so that a server ends after them and not within one. */
export class InFlight {
  /**
   * An array and no Map: V8 keeps what is deleted from a Map until a major collection when a Map sees so many come and go,
   * here every request with its answer.
   */
  readonly #answers: Answer[] = []
  #waiting: (() => void)[] = []
  #isLast = false

  add(response: ServerResponse, request: Request): void {
    const answer = { response, request }
    this.#answers.push(answer)
    if (this.#isLast) response.shouldKeepAlive = false
    response.once('close', () => this.#remove(answer))
    // A client that goes away while its answer is written is no failure; the journal has what was sent.
    response.on('error', ignore)
  }

  /** The requests that are being answered: id, method and path. */
  requests(): string[] {
    return this.#answers.map(({ request: { method, path, headers } }) => `${headers['x-request-id']} ${method} ${path}`)
  }

  /** Whether an answer on this connection is still to come. None comes to a request that did not arrive to its end. */
  isBusy(socket: Duplex): boolean {
    return this.#answers.some(({ response: { req } }) => req.socket === socket && req.complete)
  }

  /** Resolves when every answer of a connection has left. */
  async ended(socket: Duplex): Promise<void> {
    while (this.isBusy(socket)) await this.#next()
  }

  /** Has every connection close after its answer. Resolves when all answers have left. */
  async drain(): Promise<void> {
    this.#isLast = true
    for (const { response } of this.#answers) response.shouldKeepAlive = false
    while (this.#answers.length > 0) await this.#next()
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #remove(answer: Answer): void {
    // Answers leave in about the order in which they came.
    this.#answers.splice(this.#answers.indexOf(answer), 1)
    const woken = this.#waiting
    this.#waiting = []
    for (const wake of woken) wake()
  }
}
