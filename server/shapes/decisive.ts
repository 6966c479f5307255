/**
 * Where clients decide, by operation: there a contract asks for exactly the value of the example. Everything else is as
 * wide as openapi.yaml.
 */
const decisive: Readonly<Record<string, readonly string[]>> = {
  getSession: ['state', 'checks[].type', 'checks[].state', 'checks[].report.recommendation.value'],
  getSessionConfiguration: ['capture.required_resources[].type', 'capture.required_resources[].state'],
  getInstructions: ['contact_profile_exists'],
  getTrackedDevices: ['[].event'],
}

export const decisivePaths = (operation: string): readonly string[] => decisive[operation] ?? []
