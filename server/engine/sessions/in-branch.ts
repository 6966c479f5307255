import type { Schema } from '../../openapi/schema.js'

/** Whether an order is for a branch: it says so, or a check asks for its clerk. */
export const isInBranch = ({ ibv_options, requested_checks }: Schema<'CreateSession'>): boolean =>
  ibv_options?.support === 'MANDATORY' ||
  ibv_options?.required === true ||
  requested_checks?.some(({ config }) => config?.manual_check === 'IBV') === true
