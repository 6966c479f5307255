import { documentOperation } from '../shapes/document-operation.js'
import { parseReads } from '../shapes/reads.js'
import type { Extent } from '../shapes/shape.js'
import type { WebhookShape } from '../shapes/webhook-shapes.js'
import { interactionsOf, type ShapeInteraction } from './interaction.js'
import { type Expected, lossOf, openPart } from './parts.js'
import type { ResultShape } from './result-shapes.js'
import { loadPactJs, type PactJs, writeInteraction, writeMessage } from './write-interaction.js'

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
  /** The paths of the answer that your client reads, such as `checks[].report.recommendation`; none unless said. */
  readonly reads?: readonly string[]
  /** The JSON that your client sends; of an upload the content type, `image/png` unless said. */
  readonly sends?: unknown
  /** The query parameters of this request, in place of the contract's own. */
  readonly query?: readonly string[]
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
  /**
   * Runs a receiver of notifications with the body of one topic and writes the message, into a pact with the provider
   * `yoti-idv-mock-webhooks` unless the contract names another.
   * @throws Error what the function throws; when the message was not written
   */
  readonly receives: (webhook: WebhookShape, run: (body: WebhookBody) => unknown) => Promise<void>
}

/** The JSON of a notification: `session_id`, `topic`, and the one id that belongs to the topic. */
export type WebhookBody = WebhookShape['body']

const mustBeNew = (used: Set<string>, description: string) => {
  if (used.has(description))
    throw new Error(
      `'${description}' is already expected here. Give one of the two a name: expects(shape, { as: '…' })`,
    )
  used.add(description)
}

/** A consumer's contract with Yoti. */
export const yotiPact = ({
  consumer,
  provider,
  dir = 'pacts',
  query = ['sdkId', 'nonce', 'timestamp'],
}: YotiPactOptions): YotiPact => {
  const used = new Set<string>()
  /** Has one interaction written in a folder of its own, once, and finds out whether it was. */
  const keep = async (expected: Expected, write: (pactJs: PactJs, dir: string) => Promise<void>) => {
    const { description } = expected
    const pactJs = await loadPactJs()
    mustBeNew(used, description)
    const part = await openPart(dir, expected)
    try {
      await write(pactJs, part.dir)
    } catch (error) {
      // A test that is tried again may expect it again.
      used.delete(description)
      await part.fail()
      throw error
    }
    const loss = lossOf(await part.read())
    if (loss !== undefined) throw new Error(`pact-js lost an interaction although its test passed: ${loss}`)
  }
  const expectOne = (interaction: ShapeInteraction, run: (yoti: YotiStandIn) => unknown) => {
    const { description, extent } = interaction
    const expected = { consumer, provider: provider ?? 'yoti-idv-mock', description }
    return keep(expected, (pactJs, folder) =>
      writeInteraction(pactJs, { ...expected, dir: folder }, interaction, (url) => run({ url, extent })),
    )
  }
  return {
    expects: async (shape, { reads = [], sends, query: own, as } = {}, run) => {
      const { success, signed } = documentOperation(shape.operation)
      const client = {
        reads: parseReads(reads, success),
        query: own ?? (signed ? query : []),
        ...(sends !== undefined && { sends }),
        ...(as !== undefined && { as }),
      }
      for (const interaction of interactionsOf(shape, client)) await expectOne(interaction, run)
    },
    receives: ({ description, matchers }, run) => {
      const expected = { consumer, provider: provider ?? 'yoti-idv-mock-webhooks', description }
      return keep(expected, (pactJs, folder) =>
        // What pact-js hands over is the example of the matchers: a body.
        writeMessage(pactJs, { ...expected, dir: folder }, matchers, (body) => run(body as WebhookBody)),
      )
    },
  }
}
