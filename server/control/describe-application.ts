import type { Application } from '../auth/application.js'
import type { ControlSchema } from '../openapi/schema.js'
import type { Applications } from '../state/memory/applications.js'

/** An application as the control API shows it; policy and default scenario are those that apply to it. */
export const describeApplication = (
  { sdkId, keys }: Application,
  applications: Applications,
): ControlSchema<'Application'> => ({
  sdk_id: sdkId,
  public_keys: keys.map(({ pem }) => pem),
  signatures: applications.policyOf(sdkId),
  scenario: applications.scenarioOf(sdkId),
})
