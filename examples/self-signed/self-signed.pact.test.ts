import { type ResultShape, resultShapes, yotiPact } from 'mock-yoti/pact'
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

type Shown = {
  resources: { id_documents: { id: string; document_type: string }[] }
  checks: { resources_used: string[]; report?: { recommendation: { reason?: string } } }[]
}

/** What there is to be read in a shape: the types of the documents that checks looked at, and their reasons. */
const readIn = ({ answers: { maximum } }: ResultShape) => {
  if (!('body' in maximum)) return { documentTypes: [], reasons: [] }
  // What is no error is a result.
  const { resources, checks } = maximum.body as Shown
  const used = new Set(checks.flatMap(({ resources_used }) => resources_used))
  return {
    documentTypes: resources.id_documents.filter(({ id }) => used.has(id)).map(({ document_type }) => document_type),
    reasons: checks.flatMap(({ report }) => report?.recommendation.reason ?? []),
  }
}

for (const shape of resultShapes.all)
  test(shape.title, () =>
    pact.expects(shape, { reads }, async (yoti) => {
      const service = createSelfSignedService(yoti.url, demoApplication)
      const { decision, reasons, documentType, caseId } = await service.read(shape.sessionId)
      const shown = readIn(shape)
      expect(decision).toBe(expectedOf(shape))
      expect(shown.documentTypes.length === 0 ? [undefined] : shown.documentTypes).toContain(documentType)
      expect(new Set(reasons)).toEqual(new Set(shown.reasons))
      if (yoti.extent === 'minimum') expect(caseId).toBeUndefined()
    }),
  )
