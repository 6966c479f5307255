import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stopPactTracking } from '../../server/base/host.js'
import { exampleBytes } from '../../server/shapes/index.js'
import type { ShapeInteraction } from './interaction.js'
import { explainLoss, findPactJsVersion, letItNote } from './lossy-pact-js.js'
import type { Expected } from './parts.js'

export type PactJs = typeof import('@pact-foundation/pact')

export const loadPactJs = async (): Promise<PactJs> => {
  // The native part of pact-js reports its use to Google Analytics unless told not to.
  stopPactTracking()
  try {
    const pactJs = await import('@pact-foundation/pact')
    if (pactJs.PactV4 === undefined) throw new Error('The installed version has no PactV4')
    return pactJs
  } catch (error) {
    // Whatever Node throws here is an Error.
    throw new Error(
      `mock-yoti/pact needs pact-js 13 or newer: npm install --save-dev @pact-foundation/pact@17 (on Node.js 20: @16.2). ${(error as Error).message}`,
    )
  }
}

/** Between the parts of an upload; fixed, so that a pact is the same after every run. */
const boundary = 'mock-yoti'

/** pact-js takes bytes from files only, and reads the type of a part from its file's name. */
const writeExample = (dir: string, contentType: string) => {
  const file = join(dir, `example.${contentType.split('/').at(-1)}`)
  writeFileSync(file, exampleBytes(contentType))
  return file
}

/**
 * Has pact-js write an interaction while a client is run against it.
 * @param dir the folder of this one interaction
 */
export const writeInteraction = async (
  { PactV4 }: PactJs,
  { dir, consumer, provider }: Omit<Expected, 'description'> & { dir: string },
  { state, params, description, request, status, body, contentType, text, headers: own = {} }: ShapeInteraction,
  run: (url: string) => unknown,
): Promise<void> => {
  const { method, path, query, headers, body: sent, upload } = request
  const version = findPactJsVersion()
  await new PactV4({ consumer, provider, dir, logLevel: 'error' })
    .addInteraction()
    .given(state, params)
    .uponReceiving(description)
    // pact-js types its own matchers; these are in the format that it makes of them.
    .withRequest(method, path as never, (builder) => {
      builder.query(query as never).headers(headers as never)
      if (upload !== undefined) builder.multipartBody(upload, writeExample(dir, upload), 'binary-content', boundary)
      else if (sent !== undefined) builder.jsonBody(sent)
    })
    .willRespondWith(status, (builder) => {
      builder.headers(own as never)
      if (text) builder.body('text/html', Buffer.from(text))
      else if (body !== undefined) builder.jsonBody(body)
      else if (contentType !== undefined) builder.binaryFile(contentType, writeExample(dir, contentType))
    })
    .executeTest(async ({ url }) => {
      await run(`${url}/idverify/v1`)
      await letItNote(version)
    })
    .catch((error: unknown) => {
      throw explainLoss(error, version)
    })
}

/**
 * Has pact-js write a notification while a receiver is run against it.
 * @param dir the folder of this one message
 */
export const writeMessage = async (
  { PactV4 }: PactJs,
  { dir, consumer, provider, description }: Expected & { dir: string },
  matchers: unknown,
  run: (body: unknown) => unknown,
): Promise<void> => {
  await new PactV4({ consumer, provider, dir, logLevel: 'error' })
    .addAsynchronousInteraction()
    .expectsToReceive(description, (builder) => {
      builder.withJSONContent(matchers)
    })
    .executeTest(async ({ contents }) => run(contents.content))
}
