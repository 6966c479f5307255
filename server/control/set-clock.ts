import { toInstant } from '../clock.js'
import { YotiError } from '../errors.js'
import { showClock } from './get-clock.js'
import type { Operation } from './operation.js'

export const setClock: Operation<'setClock', 'clocks'> = ({ request }, deps) => {
  const { frozen, sdkId } = request.body
  const { clocks } = deps
  const now = clocks.of(sdkId).now()
  const at = request.body.now === undefined ? now : Date.parse(request.body.now)
  if (at < now)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [
        { property: 'now', message: `is before ${toInstant(now)}: the clock goes back only by POST /__mock/reset` },
      ],
    })
  if (at > now) clocks.advance(at - now, sdkId)
  if (frozen === true) clocks.freeze(sdkId)
  if (frozen === false) clocks.resume(sdkId)
  return { status: 200, body: showClock(deps, request.body) }
}
