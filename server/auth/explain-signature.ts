import { constants, createHash, publicDecrypt, verify } from 'node:crypto'
import type { SignedStrings } from '../base/errors.js'
import { demoSdkId } from './demo-application.js'
import type { PublicKey } from './public-key.js'
import { type Misfit, variantsOf } from './signature-variants.js'
import { signedMessage } from './signed-message.js'

/** An application and its parsed keys. */
export type KeyHolder = { readonly sdkId: string; readonly keys: readonly PublicKey[] }

/** What precedes the hash in a PKCS#1 v1.5 signature (RFC 8017, 9.2, note 1). */
const hashPrefixes = {
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
}

/** More of a message than this is left out of the middle of an explanation. */
const mostShown = 2000

const shown = (message: string) =>
  message.length <= mostShown
    ? `'${message}'`
    : `'${message.slice(0, mostShown / 2)} … ${message.slice(-mostShown / 2)}' (${message.length} characters)`

/** More of a message than this is not kept for the journal. */
const mostKept = 20_000

/** Why a digest was refused, and the strings that were to be signed and were, where they are known and not too long. */
export type SignatureExplanation = { readonly text: string; readonly signing?: SignedStrings }

const stringsOf = (expected: string, signed: string | undefined): SignedStrings | undefined => {
  if (expected.length > mostKept) return undefined
  return { expected, ...(signed !== undefined && signed.length <= mostKept && { signed }) }
}

const sha256 = (message: string) => createHash('sha256').update(message).digest('hex')

/** What a key signed, in hexadecimal; undefined when that key did not make the signature. */
const openWith = ({ key }: PublicKey, signature: Buffer): string | undefined => {
  try {
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature).toString('hex')
  } catch {
    return undefined
  }
}

const aboutForm = (digest: string, { keys }: KeyHolder): string | undefined => {
  const expected = (keys[0]?.key.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const { length } = Buffer.from(digest, 'base64')
  if (/^[0-9a-f]+$/i.test(digest) && digest.length === expected * 2)
    return 'the digest is hexadecimal; send it as base64'
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(digest)) return 'the digest is not base64'
  return length === expected || keys.length > 1
    ? undefined
    : `the digest has ${length} bytes; a signature by the registered key has ${expected}`
}

/** What was found: the mistake, and the string that was signed. */
type Finding = { readonly mistake: string; readonly signed?: string }

const aboutMessage = (misfit: Misfit, opened: string): Finding => {
  const [hash] = Object.entries(hashPrefixes).find(([, prefix]) => opened.startsWith(prefix)) ?? ['no known hash']
  if (hash !== 'SHA-256') return { mistake: `the digest was made with ${hash}; SHA-256 is expected` }
  const signed = opened.slice(hashPrefixes['SHA-256'].length)
  const variant = variantsOf(misfit).find(({ message }) => sha256(message) === signed)
  if (variant !== undefined)
    return {
      mistake: `${variant.mistake}. The digest is that of ${shown(variant.message)}`,
      signed: variant.message,
    }
  return {
    mistake: `the right key signed another string, whose SHA-256 is ${signed}; that of the server's is ${sha256(signedMessage(misfit.parts))}`,
  }
}

const isPss = ({ key }: PublicKey, misfit: Misfit, signature: Buffer) =>
  verify(
    'sha256',
    Buffer.from(signedMessage(misfit.parts)),
    { key, padding: constants.RSA_PKCS1_PSS_PADDING },
    signature,
  )

const aboutKey = (
  { sdkId, keys }: KeyHolder,
  misfit: Misfit,
  { signature, known }: { signature: Buffer; known: readonly KeyHolder[] },
): string => {
  if (keys.some((key) => isPss(key, misfit, signature)))
    return 'the padding is PSS; sign with PKCS#1 v1.5 (SHA256withRSA)'
  const fingerprints = keys.map(({ fingerprint }) => fingerprint).join(', ')
  const maker = known.find((other) => other.keys.some((key) => openWith(key, signature) !== undefined))
  if (maker === undefined)
    return `no registered key made the digest. Register its public key: --key ${sdkId}=FILE (registered: ${fingerprints})`
  const name = maker.sdkId === demoSdkId ? 'the demo key' : `the key of the application '${maker.sdkId}'`
  return `it was made with ${name}, but '${sdkId}' has another key registered (${fingerprints})`
}

/**
 * Why a digest was refused: the string that the server expected to be signed, and the difference when it can be found.
 * @param known every application, to find whose key it was
 */
export const explainSignature = (
  digest: string,
  misfit: Misfit,
  application: KeyHolder,
  known: readonly KeyHolder[],
): SignatureExplanation => {
  const signature = Buffer.from(digest, 'base64')
  const find = (): Finding => {
    const form = aboutForm(digest, application)
    if (form !== undefined) return { mistake: form }
    const opened = application.keys.map((key) => openWith(key, signature)).find((hex) => hex !== undefined)
    return opened === undefined
      ? { mistake: aboutKey(application, misfit, { signature, known }) }
      : aboutMessage(misfit, opened)
  }
  const { mistake, signed } = find()
  const expected = signedMessage(misfit.parts)
  const signing = stringsOf(expected, signed)
  return { text: `${mistake}. The server expects ${shown(expected)} to be signed`, ...(signing && { signing }) }
}
