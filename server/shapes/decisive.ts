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

/**
 * What makes a result that result: the document that was brought and its country; and what a configuration asks for. A contract
 * that reads them asks for exactly these, and the values stand for no type; results are the same to a client that does not.
 */
const pinned: Readonly<Record<string, readonly string[]>> = {
  getSession: ['id_documents', 'supplementary_documents'].flatMap((list) => [
    `resources.${list}[].document_type`,
    `resources.${list}[].issuing_country`,
  ]),
  getSessionConfiguration: ['capture.required_resources[].supported_countries[].supported_documents[].type'],
}

export const pinnedPaths = (operation: string): readonly string[] => pinned[operation] ?? []
