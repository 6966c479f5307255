import { UsageError } from '../../server/base/errors.js'
import { assertKnownNames } from '../../server/base/known-names.js'
import { documentOperation, type Extent } from '../../server/shapes/index.js'
import { type Auth, interactionsOf, type ShapeInteraction } from './interaction.js'
import { type Expected, lossOf, type OpenPart, openPart } from './parts.js'
import { parseReads } from './reads.js'
import type { ResultShape } from './result-shapes.js'
import type { WebhookShape } from './webhook-shapes.js'
import { loadPactJs, type PactJs, writeInteraction, writeMessage } from './write-interaction.js'

/** Who makes a contract, and where it is written. */
export type YotiPactOptions = {
  /** The name of your service, as your broker knows it. */
  readonly consumer: string
  /** `yoti-idv-mock` unless said: it is the mock that the contract is verified against, never Yoti. */
  readonly provider?: string
  /** The folder of the pacts; `pacts` unless said. The same as that of `pactRun`. */
  readonly dir?: string
  /** How your client says who it is: `signed` unless said, `bearer` with a token, `none`. */
  readonly auth?: Auth
  /** The query parameters that your client signs; `sdkId`, `nonce` and `timestamp` unless said, in any order; none of a client that does not sign. */
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

/** One interaction that is to be written, and how. */
type Task = {
  readonly expected: Expected
  /** What it asks for, to find out whether another one with its description is the same. */
  readonly asks: unknown
  readonly write: (pactJs: PactJs, dir: string) => Promise<void>
}

/** @throws Error for another expectation with the same description; the same one again is a test that is tried again */
const assertAlike = (asked: Map<string, string>, { expected: { description }, asks }: Task) => {
  const text = JSON.stringify(asks)
  if ((asked.get(description) ?? text) !== text)
    throw new Error(
      `'${description}' is already expected here, with other reads. Give one of the two a name: expects(shape, { as: '…' })`,
    )
  asked.set(description, text)
}

/** Names become part of a file's name. */
const assertName = (option: string, name: unknown) => {
  if (typeof name !== 'string' || name.trim() === '')
    throw new UsageError(`yotiPact needs a ${option}: the name of a service, such as { ${option}: 'counter-service' }`)
  if (/[/\\]/.test(name) || /^\.+$/.test(name))
    throw new UsageError(`the ${option} '${name}' cannot be a part of a file's name`)
}

/** What comes from JavaScript is not what the types say. */
const assertAuth = (auth: string) => {
  if (!['signed', 'bearer', 'none'].includes(auth))
    throw new UsageError(`auth: '${auth}' is none of 'signed', 'bearer' and 'none'`)
}

/**
 * A consumer's contract with Yoti.
 * @throws UsageError for a name that no service has, and for an option that there is not
 */
export const yotiPact = (options: YotiPactOptions): YotiPact => {
  assertKnownNames(options ?? {}, ['consumer', 'provider', 'dir', 'auth', 'query'], 'the options of yotiPact')
  const { consumer, provider, dir = 'pacts', auth = 'signed' } = options ?? {}
  const { query = auth === 'signed' ? ['sdkId', 'nonce', 'timestamp'] : [] } = options ?? {}
  assertAuth(auth)
  assertName('consumer', consumer)
  if (provider !== undefined) assertName('provider', provider)
  const asked = new Map<string, string>()
  /** The latest part of each description: a test that is tried again takes the place of its failure. */
  const latest = new Map<string, OpenPart>()
  const open = (expected: Expected): OpenPart => {
    latest.get(expected.description)?.remove()
    const part = openPart(dir, expected)
    latest.set(expected.description, part)
    return part
  }
  /** Has each interaction written in a folder of its own, and finds out whether it was. All are noted before anything else. */
  const keep = async (whole: Expected, plan: () => readonly Task[]) => {
    const parts: [Task, OpenPart][] = []
    try {
      for (const task of plan()) {
        assertAlike(asked, task)
        parts.push([task, open(task.expected)])
      }
      const pactJs = await loadPactJs()
      for (const [{ write }, part] of parts) {
        await write(pactJs, part.dir)
        const loss = lossOf(await part.read())
        if (loss !== undefined) throw new Error(`pact-js lost an interaction although its test passed: ${loss}`)
      }
    } catch (error) {
      const noted = parts.length === 0 ? [open(whole)] : parts.map(([, part]) => part)
      for (const part of noted) part.fail()
      throw error
    }
  }
  return {
    expects: async (shape, expectation = {}, run) => {
      assertKnownNames(expectation, ['reads', 'sends', 'query', 'as'], 'what expects is told')
      const { reads = [], sends, query: own, as } = expectation
      const parties = { consumer, provider: provider ?? 'yoti-idv-mock' }
      const task = (interaction: ShapeInteraction): Task => {
        const { description, extent } = interaction
        const expected = { ...parties, description }
        return {
          expected,
          asks: interaction,
          write: (pactJs, folder) =>
            writeInteraction(pactJs, { ...expected, dir: folder }, interaction, (url) => run({ url, extent })),
        }
      }
      const plan = () => {
        const { success, signed } = documentOperation(shape.operation)
        const client = {
          auth,
          reads: parseReads(reads, success),
          query: own ?? (signed ? query : []),
          ...(sends !== undefined && { sends }),
          ...(as !== undefined && { as }),
        }
        return interactionsOf(shape, client).map(task)
      }
      return keep({ ...parties, description: shape.description }, plan)
    },
    receives: ({ description, matchers }, run) => {
      const expected = { consumer, provider: provider ?? 'yoti-idv-mock-webhooks', description }
      const write = (pactJs: PactJs, folder: string) =>
        // What pact-js hands over is the example of the matchers: a body.
        writeMessage(pactJs, { ...expected, dir: folder }, matchers, (body) => run(body as WebhookBody))
      return keep(expected, () => [{ expected, asks: matchers, write }])
    },
  }
}
