import { keepBuilt } from '../../scripts/setup.mjs'

/** Builds what is stale before the first test: many tests run the built command. */
export const setup = (): void => keepBuilt()
