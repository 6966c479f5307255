import { type Signal, signal } from '@preact/signals'
import { ApiError } from './api.js'

/** What is read as a whole, when somebody looks at it, and again when the server says that it changed. */
export class Resource<Value> {
  readonly value: Signal<Value | undefined> = signal(undefined)
  readonly error: Signal<ApiError | undefined> = signal(undefined)
  readonly #load: () => Promise<Value>
  #isWanted = false
  #reading: Promise<void> | undefined
  #isStale = false

  constructor(load: () => Promise<Value>) {
    this.#load = load
  }

  /** Reads it unless it was read. */
  want(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    void this.refresh()
  }

  /** Reads it again if anybody looks at it; changes during a reading are read after it. */
  refresh(): Promise<void> {
    if (!this.#isWanted) return Promise.resolve()
    if (this.#reading !== undefined) {
      this.#isStale = true
      return this.#reading
    }
    this.#isStale = false
    this.#reading = this.#read().then(() => {
      this.#reading = undefined
      if (this.#isStale) return this.refresh()
      return undefined
    })
    return this.#reading
  }

  async #read(): Promise<void> {
    try {
      this.value.value = await this.#load()
      this.error.value = undefined
    } catch (error) {
      this.error.value = error instanceof ApiError ? error : new ApiError(0, 'UNKNOWN', String(error))
    }
  }
}
