import { randomUUID } from 'node:crypto'
import { startBroker } from './start-broker.js'

const brokerNames = ['PACT_BROKER_BASE_URL', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD', 'PACT_BROKER_TOKEN']

/** A broker of which nothing is known but its address and login. */
export type AnyBroker = AsyncDisposable & {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
  /** A name of this run: a real broker remembers earlier ones. */
  readonly nameOf: (name: string) => string
}

/** A real broker where the environment names one; our stand-in otherwise. */
export const openBroker = async (): Promise<AnyBroker> => {
  const run = randomUUID().slice(0, 8)
  const nameOf = (name: string) => `${name}-${run}`
  const real = brokerNames.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  const url = process.env['PACT_BROKER_BASE_URL']
  if (url) return { url, env: Object.fromEntries(real), nameOf, [Symbol.asyncDispose]: async () => undefined }
  const broker = await startBroker({ username: 'team', password: 'secret' })
  const env = { PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_USERNAME: 'team', PACT_BROKER_PASSWORD: 'secret' }
  return { url: broker.url, env, nameOf, [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose]() }
}
