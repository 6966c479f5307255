import { type PublicKey, parsePublicKey } from '../../auth/public-key.js'
import { YotiError } from '../../base/errors.js'
import type { Operation } from '../control-operation.js'
import { describeApplication } from '../describe-application.js'
import { findScenario } from '../scenario-by-id.js'

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

export const putApplication: Operation<'putApplication', 'applications' | 'catalogue'> = ({ request }, deps) => {
  const { applications } = deps
  const { sdkId } = request.path
  const { public_key, signatures, scenario } = request.body
  const application = {
    ...(applications.find(sdkId) ?? { sdkId, keys: [] }),
    ...(public_key !== undefined && { keys: [parseKey(public_key)] }),
    ...(signatures && { signatures }),
    ...(scenario !== undefined && { scenario: findScenario(scenario, deps).id }),
  }
  applications.put(application)
  return { status: 200, body: describeApplication(application, applications) }
}
