import { toInstant } from '../clock.js'
import { YotiError } from '../errors.js'
import { showClock } from './get-clock.js'
import type { Operation } from './operation.js'

export const setClock: Operation<'setClock', 'clock'> = ({ request, now }, deps) => {
  const { frozen } = request.body
  const at = request.body.now === undefined ? now : Date.parse(request.body.now)
  if (at < now)
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [
        { property: 'now', message: `is before ${toInstant(now)}: the clock goes back only by POST /__mock/reset` },
      ],
    })
  deps.clock.advance(at - now)
  if (frozen === true) deps.clock.freeze()
  if (frozen === false) deps.clock.resume()
  return { status: 200, body: showClock(deps) }
}
