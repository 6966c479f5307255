import { type Expectation, operationShapes, type ResultShape, yotiPact } from 'mock-yoti/pact'
import { expect, test } from 'vitest'
import { demoApplication } from '../demo-application.ts'
import { expectedOf } from '../expected.ts'
import { pacts } from '../pacts.ts'
import { branchOrder, createLetters, instructionsFor, type Letters, type Outcome } from './letters.ts'

const pact = yotiPact({ consumer: 'self-signed-service', dir: pacts })

/** The value of a shape that a request names; any where the answer is an error whatever it names. */
const valueIn = ({ values }: ResultShape, name: string) => values[name] ?? 'unknown'

type Contract = {
  readonly expectation: (shape: ResultShape) => Expectation
  readonly call: (letters: Letters, shape: ResultShape) => Promise<Outcome>
  /** What a successful call returns. */
  readonly returns?: (shape: ResultShape) => unknown
}

const documents = (shape: ResultShape) => [valueIn(shape, 'requirementId'), valueIn(shape, 'requirementId2')] as const

/** One contract for each operation that the service calls: every way in which it succeeds or fails. */
const contracts: Readonly<Record<string, Contract>> = {
  createSession: {
    expectation: () => ({ reads: ['session_id'], sends: branchOrder }),
    call: (letters) => letters.open(),
    returns: () => expect.any(String),
  },
  getSessionConfiguration: {
    expectation: () => ({
      reads: ['capture.required_resources[].id', 'capture.required_resources[].state'],
    }),
    call: (letters, { sessionId }) => letters.stillAsked(sessionId),
    returns: () => expect.any(Array),
  },
  putInstructions: {
    expectation: (shape) => ({ sends: instructionsFor(...documents(shape)) }),
    call: (letters, shape) => letters.instruct(shape.sessionId, ...documents(shape)),
  },
  getInstructions: {
    expectation: () => ({ reads: ['contact_profile_exists', 'branch.fad_code'] }),
    call: (letters, { sessionId }) => letters.chosenBranch(sessionId),
    returns: ({ id }) => (id.endsWith('-instructed') ? '1010034' : undefined),
  },
  getInstructionsContactProfile: {
    expectation: () => ({ reads: ['email'] }),
    call: (letters, { sessionId }) => letters.contact(sessionId),
    returns: () => 'ada@example.com',
  },
  getInstructionsPdf: {
    expectation: () => ({}),
    call: (letters, { sessionId }) => letters.letter(sessionId),
    returns: () => 'application/pdf',
  },
  sendInstructionsEmail: {
    expectation: () => ({}),
    call: (letters, { sessionId }) => letters.email(sessionId),
  },
  getMediaContent: {
    expectation: () => ({ reads: ['full_name'] }),
    call: (letters, shape) => letters.nameOn(shape.sessionId, valueIn(shape, 'mediaId')),
    returns: ({ answers: { maximum } }) =>
      'body' in maximum ? expect.stringMatching(/ADA MARIE LOVELACE/i) : undefined,
  },
  deleteMediaContent: {
    expectation: () => ({}),
    call: (letters, shape) => letters.forgetMedia(shape.sessionId, valueIn(shape, 'mediaId')),
  },
  deleteSession: {
    expectation: () => ({}),
    call: (letters, { sessionId }) => letters.forget(sessionId),
  },
  lookupUkPostOffice: {
    expectation: () => ({ reads: ['branches[].fad_code'], sends: { search_string: 'SW1Y 4JH' } }),
    call: (letters) => letters.nearestBranch('SW1Y 4JH'),
    returns: () => expect.stringMatching(/^\w{7}$/),
  },
}

for (const [operationId, { expectation, call, returns }] of Object.entries(contracts))
  for (const shape of operationShapes.of(operationId))
    test(shape.title, () =>
      pact.expects(shape, expectation(shape), async (yoti) => {
        const { decision, result } = await call(createLetters(yoti.url, demoApplication), shape)
        expect(decision).toBe(expectedOf(shape))
        if (decision === 'pass') expect(result).toEqual(returns?.(shape))
      }),
    )
