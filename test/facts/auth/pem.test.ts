import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePublicKey } from '../../../server/auth/public-key.js'
import { readTlsFiles } from '../../../server/http/tls.js'
import { demo } from '../../../server/index.js'

// RFC 7468: a PEM has a line that begins it, base64 in lines of 64, and a line that ends it. Environment variables, YAML
// and copying change its lines.
const publicPem = createPublicKey(demo.privateKey).export({ type: 'spki', format: 'pem' }).toString()
const lines = publicPem.trim().split('\n')

const changed: readonly (readonly [string, string])[] = [
  ['as it is', publicPem],
  ['Windows line ends', publicPem.replaceAll('\n', '\r\n')],
  ['a byte-order mark', `\uFEFF${publicPem}`],
  ['\\n as two characters', publicPem.replaceAll('\n', '\\n')],
  ['\\r\\n as four characters', publicPem.replaceAll('\n', '\\r\\n')],
  ['in one line with spaces', lines.join(' ')],
  ['in one line without anything', lines.join('')],
  ['in quotation marks', `"${publicPem.replaceAll('\n', '\\n')}"`],
  ['in single quotation marks', `'${publicPem}'`],
  ['indented', lines.map((line) => `    ${line}`).join('\n')],
  ['with a variable before it', `YOTI_KEY="${publicPem}"`],
  ['lines concatenated in code', lines.map((line) => `"${line}\\n"`).join('\n')],
  ['its private key', demo.privateKey],
  ['its private key in one line', demo.privateKey.replaceAll('\n', ' ')],
]

test.each(changed)('the PEM of an application is understood: %s', (_what, text) => {
  expect(parsePublicKey(text).pem).toBe(publicPem)
})

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const pem = (key: typeof rsa.publicKey, type: 'spki' | 'pkcs1') => key.export({ type, format: 'pem' }).toString()
const privatePem = (options: { type: 'pkcs1' | 'pkcs8'; cipher?: string; passphrase?: string }) =>
  rsa.privateKey.export({ format: 'pem', ...options }).toString()
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ellipticPublic = elliptic.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const ellipticPrivate = elliptic.privateKey.export({ type: 'sec1', format: 'pem' }).toString()
const base64 = lines.slice(1, -1).join('\n')

test('PKCS#1 keys, public and private, are understood', () => {
  const expected = pem(rsa.publicKey, 'spki')
  for (const text of [pem(rsa.publicKey, 'pkcs1'), privatePem({ type: 'pkcs1' }), privatePem({ type: 'pkcs8' })])
    expect(parsePublicKey(text).pem).toBe(expected)
})

const refused: readonly (readonly [string, string])[] = [
  ['', 'it is empty'],
  [base64, "it is base64 without the lines '-----BEGIN PUBLIC KEY-----'"],
  [lines.slice(0, 4).join('\n'), "it has no '-----END PUBLIC KEY-----', so a part is missing"],
  [ellipticPublic, "it is a key of type ec; Yoti's applications sign with RSA keys"],
  [ellipticPrivate, "it is a key of type ec; Yoti's applications sign with RSA keys"],
  ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ user@host', 'it is a key of OpenSSH; convert it with ssh-keygen'],
  ['{"kty":"RSA","n":"AQAB","e":"AQAB"}', 'it is JSON'],
  ['keys/public-key.pem', 'it is the name of a file; give the text of the file'],
  [`\u0030\uFFFD\u0001\u0000`, 'it is binary, probably DER; convert it with openssl'],
  [privatePem({ type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }), 'is a private key with a passphrase'],
  [privatePem({ type: 'pkcs1', cipher: 'aes-256-cbc', passphrase: 'x' }), 'is a private key with a passphrase'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----', 'is a private key of OpenSSH'],
  ['-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----', 'is a request for a certificate'],
  ['-----BEGIN DH PARAMETERS-----\nAAAA\n-----END DH PARAMETERS-----', "it is a 'DH PARAMETERS'"],
  ['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', "its 'PUBLIC KEY' cannot be read"],
  ['my key', "it has no '-----BEGIN PUBLIC KEY-----': a PEM is expected"],
]

test.each(refused)('what is no RSA key is named: %#', (text, message) => {
  expect(() => parsePublicKey(text)).toThrow(message)
})

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mock-yoti-pem-'))
  await writeFile(join(directory, 'key.pem'), privatePem({ type: 'pkcs8' }))
  await writeFile(join(directory, 'public.pem'), publicPem)
  await writeFile(join(directory, 'empty.pem'), '')
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test.each([
  ['key.pem', 'key.pem', "--tls-cert FILE: it holds a 'PRIVATE KEY'; a 'CERTIFICATE' is expected"],
  ['empty.pem', 'key.pem', '--tls-cert FILE: it is empty'],
])('a file of the wrong kind for https is named: %s, %s', async (cert, key, message) => {
  const file = (name: string) => join(directory, name)
  const reason = await readTlsFiles({ tlsCert: file(cert), tlsKey: file(key) }).catch((error: Error) => error.message)
  expect(String(reason).replace(file(cert), 'FILE')).toContain(message)
})
