import { createSign } from 'node:crypto'
import { demo } from '../../server/index.js'

/** Sends a request that is signed by the demo application. @param signed the path that it signs */
export const signedRequest = async (apiUrl: string, path: string, signed: string = path): Promise<number> => {
  const query = `sdkId=${demo.sdkId}&nonce=7c3b8b8e-0b0e-4f0e-9f0e-1a2b3c4d5e6f&timestamp=1772625600000`
  const digest = createSign('sha256').update(`GET&${signed}?${query}`).sign(demo.privateKey, 'base64')
  const response = await fetch(`${apiUrl}${path}?${query}`, { headers: { 'X-Yoti-Auth-Digest': digest } })
  await response.arrayBuffer()
  return response.status
}

/** One whose signature is of another string: the base path was signed too. */
export const refusedRequest = (apiUrl: string): Promise<number> =>
  signedRequest(apiUrl, '/sessions/all-approve', '/idverify/v1/sessions/all-approve')
