/** The demo application's key, PKCS#8 in base64: anybody can read it in the package. The build puts it here. */
declare const demoKey: string
declare const demoSdkId: string

/** Browsers have cryptography on https and on this machine only. */
export const canSign = (): boolean => globalThis.crypto?.subtle !== undefined

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** What SDKs sign: the method, the path below Yoti's base with its query, and the body in base64. */
const messageOf = (method: string, url: URL, body: string | undefined) => {
  const endpoint = `${url.pathname.replace(/^.*?\/idverify\/v1/, '')}${url.search}`
  const encoded = body === undefined || body === '' ? [] : [toBase64(new TextEncoder().encode(body))]
  return [method.toUpperCase(), endpoint, ...encoded].join('&')
}

/** A request to Yoti's API as the demo application sends it. */
export const sign = async (
  asked: URL,
  method: string,
  body: string | undefined,
): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> => {
  const url = new URL(asked)
  if (!url.searchParams.has('sdkId')) url.searchParams.set('sdkId', demoSdkId)
  url.searchParams.set('nonce', crypto.randomUUID())
  url.searchParams.set('timestamp', String(Date.now()))
  const key = await crypto.subtle.importKey('pkcs8', fromBase64(demoKey), algorithm, false, ['sign'])
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(messageOf(method, url, body)))
  return { url: url.href, headers: { 'X-Yoti-Auth-Digest': toBase64(new Uint8Array(signature)) } }
}
