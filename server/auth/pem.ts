/** One block of a PEM, written as OpenSSL writes it. */
export type PemBlock = { readonly label: string; readonly text: string }

const lineLength = 64

const wrapped = (base64: string): string => {
  const lines: string[] = []
  for (let at = 0; at < base64.length; at += lineLength) lines.push(base64.slice(at, at + lineLength))
  return lines.join('\n')
}

/** Environment variables and YAML often change line ends: `\n` as two characters, none, quotes, indentation. */
const withLineEnds = (text: string): string => text.replaceAll(/\\r|\r/g, '').replaceAll('\\n', '\n')

const contentOf = (body: string): string =>
  /[^A-Za-z0-9+/=\s'"\\]/.test(body) ? body.trim() : wrapped(body.replaceAll(/[\s'"\\]/g, ''))

/**
 * The blocks of a text that holds PEMs, each written afresh: whatever happened to its line ends is mended.
 * A block with headers, such as an encrypted key of old, keeps them and cannot be read.
 */
export const pemBlocks = (text: string): PemBlock[] => {
  const parts = withLineEnds(text).split('-----')
  return parts.flatMap((part, at) => {
    const [, label] = /^BEGIN ([A-Z0-9 ]{1,40})$/.exec(part) ?? []
    if (label === undefined || parts[at + 2] !== `END ${label}`) return []
    return [{ label, text: `-----BEGIN ${label}-----\n${contentOf(parts[at + 1] ?? '')}\n-----END ${label}-----\n` }]
  })
}

const looksLikeBase64 = (text: string) => /^[A-Za-z0-9+/=\s'"\\]{100,}$/.test(text)

/**
 * Says what a text without a PEM is, and what to do about it.
 * @param wanted the label that it should have
 */
export const describeNoPem = (text: string, wanted: string): string => {
  const expected = `a PEM is expected, which begins with '-----BEGIN ${wanted}-----'`
  const trimmed = text.trim()
  const [, cut] = /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(text) ?? []
  if (trimmed === '') return `it is empty; ${expected}`
  if (cut !== undefined) return `it has no '-----END ${cut}-----', so a part is missing; ${expected}`
  if (/^(?:ssh-|ecdsa-sha2-)\S+ /.test(trimmed))
    return `it is a key of OpenSSH; convert it with ssh-keygen -e -m PKCS8 -f FILE, because ${expected}`
  if (/^---- BEGIN SSH2/.test(trimmed))
    return `it is a key of SSH2; convert it with ssh-keygen -i -f FILE, then ssh-keygen -e -m PKCS8, because ${expected}`
  if (trimmed.startsWith('{')) return `it is JSON; ${expected}`
  if (/[\0\uFFFD]/.test(text))
    return `it is binary, probably DER; convert it with openssl rsa -pubin -inform DER -in FILE, because ${expected}`
  if (looksLikeBase64(trimmed))
    return `it is base64 without the lines '-----BEGIN ${wanted}-----' and '-----END ${wanted}-----'`
  if (/\.(?:pem|key|pub|crt|cer|der)$/i.test(trimmed) && !/\s/.test(trimmed))
    return `it is the name of a file; give the text of the file. ${expected[0]?.toUpperCase()}${expected.slice(1)}`
  return `it has no '-----BEGIN ${wanted}-----': a PEM is expected`
}
