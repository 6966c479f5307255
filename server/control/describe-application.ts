import type { Application, SignaturePolicy } from '../auth/application.js'
import type { ControlSchema } from '../openapi/schema.js'

/** What holds for applications that have nothing of their own. */
type Defaults = { readonly scenario: string; readonly policy: SignaturePolicy }

/** An application as the control API shows it; policy and default scenario are those that apply to it. */
export const describeApplication = (
  { sdkId, keys, signatures, scenario }: Application,
  defaults: Defaults,
): ControlSchema<'Application'> => ({
  sdk_id: sdkId,
  public_keys: [...keys],
  signatures: signatures ?? defaults.policy,
  scenario: scenario ?? defaults.scenario,
})
