import { type PublicKey, parsePublicKey } from '../applications/public-key.js'
import { YotiError } from '../errors.js'
import { describeApplication } from './describe-application.js'
import type { Operation } from './operation.js'

const parseKey = (text: string): PublicKey => {
  try {
    return parsePublicKey(text)
  } catch (error) {
    // parsePublicKey throws nothing but Errors.
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [{ property: 'public_key', message: (error as Error).message }],
    })
  }
}

export const putApplication: Operation<'putApplication', 'applications'> = ({ request }, { applications }) => {
  const { sdkId } = request.path
  const { public_key, signatures } = request.body
  const keys = public_key === undefined ? [] : [parseKey(public_key)]
  const application = { sdkId, keys, ...(signatures && { signatures }) }
  applications.put(application)
  return { status: 200, body: describeApplication(application, applications) }
}
