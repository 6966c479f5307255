import type { Schema } from '../../openapi/schema.js'

/** Whether a create request is for a branch: it requires one, or one of its checks is made there. */
export const isInBranch = ({ ibv_options, requested_checks }: Schema<'CreateSession'>): boolean =>
  ibv_options?.support === 'MANDATORY' ||
  ibv_options?.required === true ||
  requested_checks?.some(({ config }) => config?.manual_check === 'IBV') === true
