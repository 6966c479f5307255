import { createSign, randomUUID } from 'node:crypto'

/** Signs as Yoti asks: the method, the path below the base URL and the body, with SHA256withRSA. */
const sign = (text: string, key: string) => createSign('RSA-SHA256').update(text).sign(key, 'base64')

/** A client that signs for itself, as services without one of Yoti's packages do. */
export const createSignedFetch =
  (url: string, { sdkId, key }: { sdkId: string; key: string }) =>
  (path: string, method = 'GET', json?: unknown): Promise<Response> => {
    const query = new URLSearchParams({ sdkId, nonce: randomUUID(), timestamp: String(Date.now()) })
    const endpoint = `${path}?${query}`
    const body = json === undefined ? undefined : JSON.stringify(json)
    const signed = [method, endpoint, ...(body === undefined ? [] : [Buffer.from(body).toString('base64')])]
    return fetch(`${url}${endpoint}`, {
      method,
      headers: {
        'X-Yoti-Auth-Digest': sign(signed.join('&'), key),
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    })
  }
