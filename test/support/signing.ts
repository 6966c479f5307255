import { createSign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The demo application. */
export const demo: { sdkId: string; privateKey: string; publicKey: string } = {
  sdkId: '3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684',
  privateKey: read('keys/demo-private-key.pem'),
  publicKey: read('keys/demo-public-key.pem'),
}

/** SHA256withRSA (PKCS#1 v1.5), base64: written down once more, so that the server's own code is not its judge. */
export const sign = (message: string, privateKey: string = demo.privateKey): string =>
  createSign('RSA-SHA256').update(message).sign(privateKey, 'base64')

/** `METHOD&endpoint[&base64(body)]`, as the SDKs build it. */
export const messageOf = (method: string, endpoint: string, body: string | Buffer = ''): string =>
  `${method}&${endpoint}${body.length === 0 ? '' : `&${Buffer.from(body).toString('base64')}`}`

/** A request as it goes over the wire. */
export type RawRequest = {
  method?: string
  /** The request-target, byte for byte. */
  target: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export type RawAnswer = {
  status: number
  type: string | undefined
  bytes: Buffer
  /** What the bytes say, if they are JSON. */
  body: { code?: string; message?: string; errors?: { property: string; message: string }[]; session_id?: string }
}

/** Sends a request without touching its target or its headers. */
export const sendRaw = (
  url: string,
  { method = 'GET', target, headers = {}, body = '' }: RawRequest,
): Promise<RawAnswer> =>
  new Promise<RawAnswer>((resolve, reject) => {
    const length = body.length === 0 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const { hostname, port } = new URL(url)
    const outgoing = request({ hostname, port, method, path: target, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const type = answer.headers['content-type']
        const body = type === 'application/json' ? JSON.parse(bytes.toString()) : {}
        resolve({ status: answer.statusCode ?? 0, type, bytes, body })
      })
    })
    outgoing.on('error', reject).end(body)
  })

export const sessionPath = '/sessions/all-approve'

/** The query of the Node SDK for the demo application, with a nonce of its own. */
export const demoQuery = (nonce = '7f0c6a5e-4a0b-4df3-9a52-0a1b2c3d4e5f'): string =>
  `sdkId=${demo.sdkId}&nonce=${nonce}&timestamp=1772625600000`
