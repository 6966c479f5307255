import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { findPactCli } from '../../contracts/verify/find-pact-cli.js'
import type { Ended } from './command.js'

/** Variables of Pact and of CI systems that would change what a test does. */
const isForeign = (name: string) => /^(?:PACT_|CI$|CI_|GIT_|GITHUB_|MOCK_YOTI_|HTTPS?_PROXY$)/i.test(name)

/** An environment in which nothing is set that Pact or a pipeline would read. */
export const quietEnvironment = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || isForeign(name) ? [] : [[name, value]],
    ),
  ),
  PACT_DO_NOT_TRACK: 'true',
  PACT_BROKER_HTTP_RETRIES: '0',
  ...more,
})

/** A verifier reads the certificates of the system again for each request, and none of a test's is over TLS. */
const withoutCertificates = ([command]: readonly string[]) => (command === 'verifier' ? { SSL_CERT_FILE: devNull } : {})

/** Runs the program of `@pact-foundation/pact-cli` itself, with no help of ours. */
export const runPact = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      findPactCli(),
      args,
      { env: { ...withoutCertificates(args), ...quietEnvironment(env) } },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    )
  })
