// What the example service needs of Yoti: signed requests that wait and try again when Yoti cannot answer.
import { createSign, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Which answers may be better next time. */
const mayPass = (status) => status === 429 || status >= 500

/** An answer of Yoti that is an error, or none. */
export class YotiError extends Error {
  constructor(status, message) {
    super(message)
    this.status = status
  }
}

/** @param patience how often a request is sent before its failure counts, and how long an answer may take (ms) */
export const createYotiClient = ({ apiUrl, sdkId, keyFile, patience = { attempts: 4, timeout: 2000 } }) => {
  const key = readFileSync(keyFile, 'utf8')

  const sign = (method, path, body) => {
    const endpoint = `${path}?sdkId=${sdkId}&nonce=${randomUUID()}&timestamp=${Date.now()}`
    const text = `${method}&${endpoint}${body === undefined ? '' : `&${Buffer.from(body).toString('base64')}`}`
    return { endpoint, digest: createSign('RSA-SHA256').update(text).sign(key, 'base64') }
  }

  const sendOnce = async (method, path, content) => {
    const body = content === undefined ? undefined : JSON.stringify(content)
    const { endpoint, digest } = sign(method, path, body)
    const headers = { 'X-Yoti-Auth-Digest': digest, ...(body && { 'Content-Type': 'application/json' }) }
    const signal = AbortSignal.timeout(patience.timeout)
    const response = await fetch(apiUrl + endpoint, { method, headers, body, signal })
    const text = await response.text()
    if (!response.ok) {
      const error = new YotiError(response.status, `${method} ${path}: ${response.status}`)
      error.retryAfter = Number(response.headers.get('Retry-After') ?? 0) * 1000
      throw error
    }
    return text === '' ? undefined : JSON.parse(text)
  }

  /** Sends a request up to four times, each time after a longer wait, and never before Yoti's Retry-After. */
  const send = async (method, path, content) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await sendOnce(method, path, content)
      } catch (error) {
        const isFinal = error instanceof YotiError && !mayPass(error.status)
        if (isFinal || attempt === patience.attempts) throw error
        await wait(Math.max(error.retryAfter ?? 0, 50 * 2 ** attempt))
      }
    }
  }

  return { send }
}
