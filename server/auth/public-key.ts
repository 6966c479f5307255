import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { BoundedMap } from '../base/bounded-map.js'
import { describeNoPem, type PemBlock, pemBlocks } from './pem.js'

/** The public half of the key that an application signs with. */
export type PublicKey = {
  readonly key: KeyObject
  /** `BEGIN PUBLIC KEY`, whatever it was given as. */
  readonly pem: string
  /** Tells keys apart in messages: the first bytes of its SHA-256. */
  readonly fingerprint: string
}

const smallest = 1024

/**
 * Reads the PEM of an RSA key: public (PKCS#1 or PKCS#8), a certificate, or private, of which only the public half is
 * kept. Line ends that were lost or escaped on the way are mended.
 * @throws Error that says what arrived and what was expected
 */
export const parsePublicKey = (text: string): PublicKey => {
  const key = readKey(text)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(`it is a key of type ${key.asymmetricKeyType}; Yoti's applications sign with RSA keys`)
  if (bits < smallest) throw new Error(`it is an RSA key of ${bits} bits; at least ${smallest} are expected`)
  // Asked for as PEM, so a string.
  const pem = key.export({ type: 'spki', format: 'pem' }) as string
  const fingerprint = createHash('sha256').update(pem).digest('hex').slice(0, 12)
  return { key, pem, fingerprint }
}

const expected = 'the PEM of an RSA public key is expected'

/** What cannot hold a public key that can be read, and what to do about it. */
const unreadable: Readonly<Record<string, string>> = {
  'ENCRYPTED PRIVATE KEY': `is a private key with a passphrase; make its public key with openssl rsa -in FILE -pubout`,
  'OPENSSH PRIVATE KEY': `is a private key of OpenSSH; convert its public key with ssh-keygen -e -m PKCS8 -f FILE`,
  'CERTIFICATE REQUEST': `is a request for a certificate; ${expected}`,
  'NEW CERTIFICATE REQUEST': `is a request for a certificate; ${expected}`,
}

const holdsKey = ({ label }: PemBlock) => /KEY|CERTIFICATE/.test(label)

const readKey = (text: string) => {
  const blocks = pemBlocks(text)
  const found = blocks.find(holdsKey) ?? blocks[0]
  if (found === undefined) throw new Error(describeNoPem(text, 'PUBLIC KEY'))
  const { label } = found
  const known = /^Proc-Type: 4,ENCRYPTED/m.test(found.text) ? 'ENCRYPTED PRIVATE KEY' : label
  if (unreadable[known] !== undefined) throw new Error(`its '${label}' ${unreadable[known]}`)
  if (!holdsKey(found)) throw new Error(`it is a '${label}'; ${expected}`)
  try {
    return createPublicKey(found.text)
  } catch {
    throw new Error(`its '${label}' cannot be read: ${expected}`)
  }
}

/** Parses the key of a PEM that was registered, once. */
export type ReadKey = (pem: string) => PublicKey

/** Keys above this are parsed again. */
const mostParsed = 1000

export const createKeyReader = (): ReadKey => {
  const parsed = new BoundedMap<string, PublicKey>(mostParsed)
  return (pem) => {
    const known = parsed.get(pem)
    if (known !== undefined) return known
    const key = parsePublicKey(pem)
    parsed.set(pem, key)
    return key
  }
}
