import { transferableAbortController } from 'node:util'

/**
 * Node's own AbortController. The global one may belong to a test environment, such as happy-dom, and Node's modules
 * refuse the signals of that.
 */
export const createAbortController = (): AbortController => transferableAbortController()
