// As a whole: Bun has no such function, and a name that is missing would keep even the client from loading there.
import util from 'node:util'

/**
 * Node's own AbortController. The global one may belong to a test environment, such as happy-dom, and Node's modules
 * refuse the signals of that.
 */
export const createAbortController = (): AbortController => util.transferableAbortController()
