import { type Expectation, operationShapes, type ResultShape, resultShapes, yotiPact } from 'mock-yoti/pact'
import { expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { pacts } from '../pacts.ts'
import { createCounterService } from './decide.ts'
import { createSessionDesk, type SessionDesk, sentOrder } from './manage.ts'
import type { Outcome } from './yoti-error.ts'

const pact = yotiPact({ consumer: 'counter-service', dir: pacts })

// What the service itself reads, and what the package parses on the way.
const reads = ['state', 'checks[].type', 'checks[].state', 'checks[].report.recommendation.value']

for (const shape of resultShapes.all)
  test(shape.title, () =>
    pact.expects(shape, { reads }, async (yoti) => {
      const service = createCounterService(yoti.url, demoApplication)
      expect(await service.decide(shape.sessionId)).toBe(expectedOf(shape))
    }),
  )

type Call = (desk: SessionDesk, shape: ResultShape) => Promise<Outcome<unknown>>

/** The contract of one operation: every way in which it succeeds or fails. */
const expectOperation = (operationId: string, expectation: Expectation, call: Call) => {
  for (const shape of operationShapes.of(operationId))
    test(shape.title, () =>
      pact.expects(shape, expectation, async (yoti) => {
        const { decision, result } = await call(createSessionDesk(yoti.url, demoApplication), shape)
        expect(decision).toBe(expectedOf(shape))
        if (decision === 'pass') expect(result).toEqual(resultOf(shape))
      }),
    )
}

const mediaId = ({ values }: ResultShape) => values['mediaId'] ?? 'unknown'

/** What a successful call returns. */
const resultOf = ({ operation, values, answers: { maximum } }: ResultShape): unknown => {
  const { contentType = 'withheld' } = 'contentType' in maximum ? maximum : {}
  switch (operation) {
    case 'createSession':
      return expect.any(String)
    case 'getSessionConfiguration':
      return expect.arrayContaining([expect.stringMatching(/^[A-Z_]+ (?:REQUIRED|COMPLETE)$/)])
    case 'getMediaContent':
      return contentType
    case 'getSupportedDocuments':
      return expect.arrayContaining([expect.stringMatching(/^[A-Z]{3}$/)])
    default:
      return values['none']
  }
}

expectOperation('createSession', { reads: ['session_id'], sends: sentOrder }, (desk) => desk.open())
// The package falls over where any of this is missing.
const parsed = ['client_session_token_ttl', 'session_id', 'requested_checks', 'capture']
expectOperation('getSessionConfiguration', { reads: parsed }, (desk, { sessionId }) => desk.stillAsked(sessionId))
expectOperation('getMediaContent', {}, (desk, shape) => desk.see(shape.sessionId, mediaId(shape)))
expectOperation('deleteMediaContent', {}, (desk, shape) => desk.forgetMedia(shape.sessionId, mediaId(shape)))
expectOperation('deleteSession', {}, (desk, { sessionId }) => desk.forget(sessionId))
// The package signs nothing here, and sends what a signature would need all the same.
const unsigned = ['nonce', 'timestamp']
expectOperation('getSupportedDocuments', { reads: ['supported_countries'], query: unsigned }, (desk) =>
  desk.countries(),
)
