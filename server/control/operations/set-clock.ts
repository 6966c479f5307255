import { toInstant } from '../../base/clock.js'
import { assertReachable } from '../clock-limit.js'
import type { ControlDeps, Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'
import { showClock } from './get-clock.js'

const assertAhead = async (at: number, { clocks }: Pick<ControlDeps, 'clocks'>, sdkId: string | undefined) => {
  const { now, sdkId: whose } = await clocks.furthest(sdkId)
  if (at >= now) return
  const clock = whose === undefined ? 'the clock' : `the clock of '${whose}'`
  const message = `is before ${toInstant(now)}, which ${clock} shows: it goes back only by POST /__mock/reset`
  throwIfInvalid([{ property: 'now', message }])
}

export const setClock: Operation<'setClock', 'clocks'> = async ({ request }, deps) => {
  const { now, frozen, sdkId } = request.body
  if (now !== undefined) {
    const at = Date.parse(now)
    await assertAhead(at, deps, sdkId)
    assertReachable('now', at)
    await deps.clocks.change(sdkId, { setTo: at })
  }
  if (frozen !== undefined) await deps.clocks.change(sdkId, { frozen })
  return { status: 200, body: await showClock(deps, request.body) }
}
