// Signatures of the demo application.
import { createSign } from 'node:crypto'

export const demoId = '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684'

const signatures = new Map()

/** The same message is signed once: the two sides mostly send the same. */
const sign = (message, key) => {
  const kept = signatures.get(`${key}${message}`)
  if (kept !== undefined) return kept
  const made = createSign('RSA-SHA256').update(message).sign(key, 'base64')
  signatures.set(`${key}${message}`, made)
  return made
}

const base = /^(?:\/scenario\/[^/]+)?(?:\/sandbox)?\/idverify\/v1/

/**
 * What is sent, and what is signed instead of it.
 * @typedef {{ method?: string, path: string, headers?: Record<string, string>, body?: string | Buffer | undefined,
 *   key?: string, signs?: string }} Outgoing
 */

/** Adds the signature of a request, made over what is sent. @type {(outgoing: Outgoing) => Outgoing} */
export const signed = ({ key, signs, ...request }) => {
  if (key === undefined) return request
  const { method = 'GET', path, body } = request
  const message =
    signs ?? `${method}&${path.replace(base, '')}${body ? `&${Buffer.from(body).toString('base64')}` : ''}`
  return { ...request, headers: { ...request.headers, 'X-Yoti-Auth-Digest': sign(message, key) } }
}
