import { writeSnapshot } from '../../state/snapshot-document.js'
import type { Operation } from '../control-operation.js'

export const getState: Operation<'getState', 'snapshots'> = async ({ request }, { snapshots }) => ({
  status: 200,
  body: writeSnapshot(await snapshots.take(request.query?.sdkId)),
})
