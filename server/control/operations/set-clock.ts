import { toInstant } from '../../base/clock.js'
import { mustReachInstant } from '../clock-limit.js'
import type { ControlDeps, Operation } from '../control-operation.js'
import { mustBeRight } from '../known-names.js'
import { showClock } from './get-clock.js'

const mustLieAhead = (at: number, { clocks }: Pick<ControlDeps, 'clocks'>, sdkId: string | undefined) => {
  const { now, sdkId: whose } = clocks.furthest(sdkId)
  if (at >= now) return
  const clock = whose === undefined ? 'the clock' : `the clock of '${whose}'`
  const message = `is before ${toInstant(now)}, which ${clock} shows: it goes back only by POST /__mock/reset`
  mustBeRight([{ property: 'now', message }])
}

export const setClock: Operation<'setClock', 'clocks'> = ({ request }, deps) => {
  const { now, frozen, sdkId } = request.body
  if (now !== undefined) {
    const at = Date.parse(now)
    mustLieAhead(at, deps, sdkId)
    mustReachInstant('now', at)
    deps.clocks.set(at, sdkId)
  }
  if (frozen === true) deps.clocks.freeze(sdkId)
  if (frozen === false) deps.clocks.resume(sdkId)
  return { status: 200, body: showClock(deps, request.body) }
}
