import { env } from 'node:process'
import { parseReads } from '../shapes/reads.js'
import type { Extent } from '../shapes/shape.js'
import { interactionsOf, type ShapeInteraction } from './interaction.js'
import { type Expected, lossOf, openPart } from './parts.js'
import type { ResultShape } from './result-shapes.js'

/** Who makes a contract, and where it is written. */
export type YotiPactOptions = {
  /** The name of your service, as your broker knows it. */
  readonly consumer: string
  /** `yoti-idv-mock` unless said: it is the mock that the contract is verified against, never Yoti. */
  readonly provider?: string
  /** The folder of the pacts; `pacts` unless said. The same as that of `pactRun`. */
  readonly dir?: string
  /** The query parameters that your client signs; `sdkId`, `nonce` and `timestamp` unless said, in any order. */
  readonly query?: readonly string[]
}

/** What a contract says of one shape. */
export type Expectation = {
  /** The paths of the result that your client reads, such as `checks[].report.recommendation`. */
  readonly reads: readonly string[]
  /** Tells two expectations of one shape apart. */
  readonly as?: string
}

/** The stand-in for Yoti that a client talks to in a contract test. */
export type YotiStandIn = {
  /** The base URL to give your client or SDK; ends with `/idverify/v1`. */
  readonly url: string
  /** `minimum` while the answer lacks what Yoti may leave out. */
  readonly extent: Extent
}

/** The contract of one consumer. */
export type YotiPact = {
  /**
   * Runs a client against a shape and writes the interaction. The function runs once more, against the sparsest answer
   * of the shape, if the client reads a part that it lacks.
   * @throws Error what the function throws; when the client's request is not the expected one; when the interaction was
   * not written
   */
  readonly expects: (shape: ResultShape, expectation: Expectation, run: (yoti: YotiStandIn) => unknown) => Promise<void>
}

type PactJs = typeof import('@pact-foundation/pact')

const loadPactJs = async (): Promise<PactJs> => {
  // The native part of pact-js reports its use to Google Analytics unless told not to.
  env['PACT_DO_NOT_TRACK'] ??= 'true'
  try {
    return await import('@pact-foundation/pact')
  } catch (error) {
    // Whatever Node throws here is an Error.
    throw new Error(
      `mock-yoti/pact needs pact-js (>=16.2 <16.3 || >=17): npm install --save-dev @pact-foundation/pact. ${(error as Error).message}`,
    )
  }
}

const write = async (
  { PactV4 }: PactJs,
  dir: string,
  { consumer, provider }: Expected,
  { state, params, description, path, query, headers, status, body }: ShapeInteraction,
  run: (url: string) => unknown,
) => {
  const pact = new PactV4({ consumer, provider, dir, logLevel: 'error' })
  await pact
    .addInteraction()
    .given(state, params)
    .uponReceiving(description)
    // pact-js types its own matchers; these are in the format that it makes of them.
    .withRequest('GET', path as never, (request) => request.query(query as never).headers(headers as never))
    .willRespondWith(status, (response) => response.jsonBody(body))
    .executeTest(async ({ url }) => run(`${url}/idverify/v1`))
}

const mustBeNew = (used: Set<string>, description: string) => {
  if (used.has(description))
    throw new Error(
      `'${description}' is already expected here. Give one of the two a name: expects(shape, { as: '…' })`,
    )
  used.add(description)
}

/** A consumer's contract with Yoti's results. */
export const yotiPact = ({
  consumer,
  provider = 'yoti-idv-mock',
  dir = 'pacts',
  query = ['sdkId', 'nonce', 'timestamp'],
}: YotiPactOptions): YotiPact => {
  const used = new Set<string>()
  const expectOne = async (interaction: ShapeInteraction, run: (yoti: YotiStandIn) => unknown) => {
    const { description, extent } = interaction
    const expected = { consumer, provider, description }
    const pactJs = await loadPactJs()
    mustBeNew(used, description)
    const part = await openPart(dir, expected)
    try {
      await write(pactJs, part.dir, expected, interaction, (url) => run({ url, extent }))
    } catch (error) {
      // A test that is tried again may expect it again.
      used.delete(description)
      await part.fail()
      throw error
    }
    const loss = lossOf(await part.read())
    if (loss !== undefined) throw new Error(`pact-js lost an interaction although its test passed: ${loss}`)
  }
  return {
    expects: async (shape, { reads, as }, run) => {
      const tree = parseReads(reads)
      for (const interaction of interactionsOf(shape, { reads: tree, query, ...(as !== undefined && { as }) }))
        await expectOne(interaction, run)
    },
  }
}
