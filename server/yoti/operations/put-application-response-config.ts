import { YotiError } from '../../base/errors.js'
import type { Operation } from '../operation.js'

export const putApplicationResponseConfig: Operation<'putApplicationResponseConfig', 'application'> = (
  { request },
  { application },
) => {
  const { sdkId } = request.path
  if (application.sdkId !== undefined && application.sdkId !== sdkId)
    throw new YotiError('BAD_SDK_ID', { hint: `'${application.sdkId}' speaks for itself only, not for '${sdkId}'` })
  return { status: 200, responses: { sdkId, config: request.body } }
}
