import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What the `yoti` package's getters say of a session, or the message of the error that it threw. */
export type SdkSession = {
  error?: string
  id: string
  state: string
  ttl: number
  token?: string
  tracking: string
  idDocuments: { id: string; type: string; country: string; frames: number[] }[]
  supplementaryDocuments: { id: string; type: string }[]
  checks: {
    type: string
    state: string
    resources: string[]
    recommendation?: string
    reason?: string
    created: string
  }[]
}

/** Reads sessions with the official `yoti` package, in a process of its own, pointed at a base URL by its variable. */
export const readWithSdk = async (
  apiUrl: string,
  sessionIds: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<SdkSession[]> => {
  const program = fileURLToPath(new URL('read-with-sdk.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...sessionIds], {
    env: { ...process.env, YOTI_IDV_API_URL: apiUrl, ...env },
  })
  return JSON.parse(stdout.split('\n').at(-1) ?? '') as SdkSession[]
}
