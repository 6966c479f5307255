import { type PublicKey, parsePublicKey } from '../applications/public-key.js'
import { YotiError } from '../errors.js'
import { describeApplication } from './describe-application.js'
import { findScenario } from './find-scenario.js'
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
