import { resultShapes, yotiPact } from 'mock-yoti/pact'
import { expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expected } from '../expected.ts'
import { pacts } from '../pacts.ts'
import { createCounterService } from './decide.ts'

const pact = yotiPact({ consumer: 'counter-service', dir: pacts })

// What the service itself reads, and what the package parses on the way.
const reads = ['state', 'checks[].type', 'checks[].state', 'checks[].report.recommendation.value']

for (const shape of resultShapes.all)
  test(shape.title, () =>
    pact.expects(shape, { reads }, async (yoti) => {
      const service = createCounterService(yoti.url, demoApplication)
      expect(await service.decide(shape.sessionId)).toBe(expected[shape.id])
    }),
  )
