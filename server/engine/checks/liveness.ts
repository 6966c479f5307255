import type { CheckKind } from './check-kind.js'
import { fails, noReason } from './reasons.js'

/** Was a living person in front of the camera? There is one check for each attempt. Rejections have no reason. */
export const liveness: CheckKind = {
  type: 'LIVENESS',
  order: {
    manualCheck: 'ANY',
    requires: 'liveness_type',
    usualConfig: () => ({ liveness_type: 'ZOOM', max_retries: 3 }),
  },
  profileFailure: { code: 'MISSING_LIVENESS', type: 'LIVENESS' },
  per: 'liveness',
  resourcesUsed: ({ livenessIds = [] }) => [...livenessIds],
  subChecks: { face_processing: 'AUTOMATED', liveness_auth: 'AUTOMATED', payload_signature_verification: 'AUTOMATED' },
  attempted: ({ livenessType }) =>
    livenessType === 'STATIC'
      ? ['face_processing', 'liveness_auth', 'payload_signature_verification']
      : ['liveness_auth'],
  reasons: { reject: { [noReason]: fails('liveness_auth') }, not_available: { [noReason]: fails('liveness_auth') } },
}
