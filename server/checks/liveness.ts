import { automated, type CheckKind } from './check-kind.js'

/** Was a living person in front of the camera? One check for each attempt. */
export const liveness: CheckKind = {
  type: 'LIVENESS',
  per: 'liveness',
  resourcesUsed: ({ livenessIds = [] }) => [...livenessIds],
  subChecks: () => [automated('liveness_auth')],
}
