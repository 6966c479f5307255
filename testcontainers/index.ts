import type * as containers from './containers.js'

/** Loads the part that needs testcontainers. @throws Error that says which versions there are for this Node.js */
const load = async (): Promise<typeof containers> => {
  try {
    return await import('./containers.js')
  } catch (error) {
    // Whatever Node throws here is an Error.
    throw new Error(
      `mock-yoti/testcontainers needs testcontainers 10, 11 or (on Node.js 22 and newer) 12: npm install --save-dev testcontainers@11. ${(error as Error).message}`,
    )
  }
}

const loaded = await load()

/** A mock-yoti in a container of its own, for one test file or one suite. */
export const MockYotiContainer: typeof containers.MockYotiContainer = loaded.MockYotiContainer
export type MockYotiContainer = containers.MockYotiContainer

/** A mock-yoti that runs in a container. */
export const StartedMockYotiContainer: typeof containers.StartedMockYotiContainer = loaded.StartedMockYotiContainer
export type StartedMockYotiContainer = containers.StartedMockYotiContainer
