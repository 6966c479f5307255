import { createSign, randomUUID } from 'node:crypto'

/** Signs as Yoti asks: the method and the path below the base URL, with SHA256withRSA. */
const sign = (text: string, key: string) => createSign('RSA-SHA256').update(text).sign(key, 'base64')

/** A client that signs for itself, as services without one of Yoti's packages do. */
export const createSignedFetch =
  (url: string, { sdkId, key }: { sdkId: string; key: string }) =>
  (path: string): Promise<Response> => {
    const query = new URLSearchParams({ sdkId, nonce: randomUUID(), timestamp: String(Date.now()) })
    const endpoint = `${path}?${query}`
    return fetch(`${url}${endpoint}`, {
      headers: { 'X-Yoti-Auth-Digest': sign(`GET&${endpoint}`, key), Accept: 'application/json' },
    })
  }
