import { YotiError } from '../../base/errors.js'
import { hasEnded } from '../../engine/checks/index.js'
import { render } from '../../engine/results/render.js'
import { assertNotNamed } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const deleteSession: Operation<'deleteSession'> = ({ session, now }) => {
  assertNotNamed(session)
  if (!render(session, now).checks.every(hasEnded)) throw new YotiError('RESOURCE_LOCKED')
  return { status: 204, removed: true }
}
