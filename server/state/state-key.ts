import type { AskedState } from './state.js'

/** Tells provider states apart, whatever the order of their parameters. */
export const stateKey = ({ name, params }: AskedState): string => JSON.stringify([name, Object.entries(params).sort()])
