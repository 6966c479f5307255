import { YotiError } from '../../base/errors.js'
import { configurationOf } from '../../engine/results/configuration.js'
import { lacksSuppliedFace } from '../../engine/visit/supplied-face.js'
import type { Operation } from '../operation.js'

export const getSessionConfiguration: Operation<'getSessionConfiguration', 'isClient'> = (
  { session, now },
  { isClient },
) => {
  // The relying business must read the configuration to learn what it has to supply first; the person's device may not.
  if (isClient && lacksSuppliedFace(session)) throw new YotiError('SESSION_NOT_READY')
  return { status: 200, body: configurationOf(session, now) }
}
