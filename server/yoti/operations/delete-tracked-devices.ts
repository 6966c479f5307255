import { assertNotNamed } from '../../engine/sessions/transitions.js'
import type { Operation } from '../operation.js'

export const deleteTrackedDevices: Operation<'deleteTrackedDevices'> = ({ session }) => {
  assertNotNamed(session)
  return { status: 204, session: { ...session, devicesDeleted: true } }
}
