import { toInstant } from '../clock.js'
import type { ControlDeps, Operation } from './operation.js'

/** The clock as the control API shows it. */
export const showClock = ({ clock }: Pick<ControlDeps, 'clock'>): { now: string; frozen: boolean } => ({
  now: toInstant(clock.now()),
  frozen: clock.frozen,
})

export const getClock: Operation<'getClock', 'clock'> = (_input, deps) => ({ status: 200, body: showClock(deps) })
