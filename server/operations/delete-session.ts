import { hasEnded } from '../checks/index.js'
import { YotiError } from '../errors.js'
import { render } from '../sessions/render.js'
import { mustNotBeNamed } from '../sessions/transitions.js'
import type { Operation } from './operation.js'

export const deleteSession: Operation<'deleteSession'> = ({ session, now }) => {
  mustNotBeNamed(session)
  if (!render(session, now).checks.every(hasEnded)) throw new YotiError('RESOURCE_LOCKED')
  return { status: 204, removed: true }
}
