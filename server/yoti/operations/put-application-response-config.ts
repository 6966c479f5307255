import { YotiError } from '../../base/errors.js'
import type { Operation } from '../operation.js'

export const putApplicationResponseConfig: Operation<
  'putApplicationResponseConfig',
  'application' | 'applicationResponses'
> = ({ request }, { application, applicationResponses }) => {
  const { sdkId } = request.path
  if (application.sdkId !== undefined && application.sdkId !== sdkId)
    throw new YotiError('BAD_SDK_ID', { hint: `'${application.sdkId}' speaks for itself only, not for '${sdkId}'` })
  applicationResponses.put(sdkId, request.body)
  return { status: 200 }
}
