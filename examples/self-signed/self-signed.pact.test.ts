import { resultShapes, yotiPact } from 'mock-yoti/pact'
import { expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { pacts } from '../pacts.ts'
import { createSelfSignedService } from './decide.ts'

const pact = yotiPact({ consumer: 'self-signed-service', dir: pacts })

const reads = [
  'state',
  'user_tracking_id',
  'resources.id_documents[].id',
  'resources.id_documents[].document_type',
  'checks[].type',
  'checks[].state',
  'checks[].resources_used',
  'checks[].report.recommendation',
]

for (const shape of resultShapes.all)
  test(shape.title, () =>
    pact.expects(shape, { reads }, async (yoti) => {
      const { decision, reasons, documentType, caseId } = await createSelfSignedService(yoti.url, demoApplication).read(
        shape.sessionId,
      )
      expect(decision).toBe(expectedOf(shape))
      expect(reasons.length > 0).toBe(shape.id.endsWith('-rejected'))
      if (decision === 'pass') expect(documentType).toBe('PASSPORT')
      if (yoti.extent === 'minimum') expect(caseId).toBeUndefined()
    }),
  )
