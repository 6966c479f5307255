import { parsePublicKey } from '../../auth/public-key.js'
import { YotiError } from '../../base/errors.js'
import { getScenario } from '../../engine/scenarios/scenario-by-id.js'
import type { Operation } from '../control-operation.js'
import { describeApplication } from '../describe-application.js'

/** A key as it is kept. */
const readPem = (text: string): string => {
  try {
    return parsePublicKey(text).pem
  } catch (error) {
    // parsePublicKey throws nothing but Errors.
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [{ property: 'public_key', message: (error as Error).message }],
    })
  }
}

export const putApplication: Operation<'putApplication', 'applications' | 'catalogue'> = async (
  { request },
  { applications, catalogue },
) => {
  const { public_key, signatures, scenario } = request.body
  const application = await applications.put(request.path.sdkId, {
    ...(public_key !== undefined && { keys: [readPem(public_key)] }),
    ...(signatures && { signatures }),
    ...(scenario !== undefined && { scenario: getScenario(scenario, 'scenario', catalogue).id }),
  })
  return { status: 200, body: describeApplication(application, await applications.defaults()) }
}
