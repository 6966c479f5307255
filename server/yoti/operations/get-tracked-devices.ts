import { trackedDevices } from '../../engine/results/tracked-devices.js'
import type { Operation } from '../operation.js'

export const getTrackedDevices: Operation<'getTrackedDevices'> = ({ session, now }) => ({
  status: 200,
  body: trackedDevices(session, now),
})
