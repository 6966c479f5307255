import type { Operation } from './operation.js'

export const listFaults: Operation<'listFaults', 'faults'> = ({ request }, { faults }) => {
  return { status: 200, body: { faults: faults.list(request.query?.sdkId).map((counted) => ({ ...counted })) } }
}
