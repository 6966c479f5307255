import { dotNetOrder, goOrder, javaOrder, phpOrder, pythonOrder, rubyOrder } from './sdk-orders.js'
import { compact, goJson, phpJson, pythonJson } from './sdk-writers.js'
import { demo } from './signing.js'

/** How an SDK writes the one part of its upload. */
type UploadForm = {
  readonly contentType: string
  readonly boundary: string
  readonly part: (size: number) => readonly string[]
}

/** An SDK that is not on npm, as far as its requests show it. */
export type SdkClient = {
  readonly name: string
  /** What goes between host and signed path; some do not strip the slash at the end of their base URL. */
  readonly base: string
  /** The query of the nth signed request, without what the call itself asks. */
  readonly query: (nth: number) => string
  readonly headers: Readonly<Record<string, string>>
  /** Of a request with a JSON body, beside the other headers. */
  readonly bodyHeaders: Readonly<Record<string, string>>
  readonly write: (value: unknown) => string
  readonly order: object
  /** What it asks of supported documents, and whether it signs that. */
  readonly supportedDocuments: { readonly query: string; readonly signed: boolean; readonly sdkId: boolean }
  readonly upload?: UploadForm
  readonly instructions?: 'whole' | 'empty'
  readonly hasDevices?: true
}

const id = demo.sdkId
const json = 'application/json'
const uuid = (nth: number) => `1b671a64-40d5-491e-99b0-${String(nth).padStart(12, '0')}`

const disposition = 'Content-Disposition: form-data; name="binary-content"; filename="face-capture-image"'

/** The SDKs for which the test has no real client: parameter order, headers and body forms as theirs. */
export const sdkClients: readonly SdkClient[] = [
  {
    name: 'Java 4.1.0',
    base: '/idverify/v1',
    // Microseconds since the machine started: not an epoch.
    query: (nth) => `sdkId=${id}&nonce=${uuid(nth)}&timestamp=${2_090_058_129 + nth}`,
    headers: {
      'X-Yoti-SDK': 'Java',
      'X-Yoti-SDK-Version': 'Java-4.1.0',
      'Content-Type': json,
      Accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2',
    },
    bodyHeaders: {},
    write: compact,
    order: javaOrder,
    supportedDocuments: { query: 'includeNonLatin=false', signed: false, sdkId: false },
    upload: {
      contentType: 'multipart/form-data; boundary=yoti-doc-scan-boundary',
      boundary: 'yoti-doc-scan-boundary',
      part: () => [disposition, 'Content-Type: image/png', 'Content-Transfer-Encoding: binary'],
    },
    instructions: 'whole',
    hasDevices: true,
  },
  {
    name: 'PHP 4.5.0',
    base: '/idverify/v1',
    query: (nth) => `sdkId=${id}&nonce=${uuid(nth)}&timestamp=${1_772_625_600_000 + nth}`,
    headers: { 'X-Yoti-SDK': 'PHP', 'X-Yoti-SDK-Version': 'PHP-4.5.0', Accept: json },
    bodyHeaders: { 'Content-Type': json },
    write: phpJson,
    order: phpOrder,
    supportedDocuments: { query: 'includeNonLatin=1', signed: true, sdkId: false },
    upload: {
      contentType: 'multipart/form-data; boundary=X-Yoti-Multipart-Request-Boundary',
      boundary: 'X-Yoti-Multipart-Request-Boundary',
      part: (size) => [disposition, `Content-Length: ${size}`, 'Content-Type: image/jpeg'],
    },
    instructions: 'empty',
  },
  {
    name: 'Go 3.15.0',
    base: '/idverify/v1/',
    // The order of a Go map: another one each time.
    query: (nth) => {
      const parameters = [`sdkID=${id}`, `nonce=${uuid(nth).toUpperCase()}`, 'timestamp=1772625600000']
      return [...parameters.slice(nth % 3), ...parameters.slice(0, nth % 3)].join('&')
    },
    headers: { 'X-Yoti-SDK': 'Go', 'X-Yoti-SDK-Version': '3.15.0' },
    bodyHeaders: { 'Content-Type': json },
    write: goJson,
    order: goOrder,
    supportedDocuments: { query: 'includeNonLatin=true', signed: true, sdkId: false },
    upload: {
      contentType: 'multipart/form-data; boundary=3b0dc5f2a9bd1b36a63a8e9b5c1d2e3f4a5b6c7d8e9f00112233445566',
      boundary: '3b0dc5f2a9bd1b36a63a8e9b5c1d2e3f4a5b6c7d8e9f00112233445566',
      part: () => [disposition, 'Content-Type: image/png'],
    },
  },
  {
    name: 'Python 2.14.6',
    base: '/idverify/v1/',
    query: (nth) => `sdkId=${id}&nonce=${uuid(nth)}&timestamp=${1_772_625_600_000 + nth}`,
    headers: { 'X-Yoti-SDK': 'Python', 'X-Yoti-SDK-Version': 'Python-2.14.6', 'Content-Type': json, Accept: json },
    bodyHeaders: {},
    write: pythonJson,
    order: pythonOrder,
    supportedDocuments: { query: '', signed: true, sdkId: false },
  },
  {
    name: 'Ruby 1.10.0',
    base: '/idverify/v1/',
    query: (nth) => `nonce=${uuid(nth)}&timestamp=${1_772_625_600 + nth}&sdkId=${id}`,
    headers: { 'X-Yoti-SDK': 'Ruby', 'X-Yoti-SDK-Version': 'Ruby-1.10.0', Accept: '*/*' },
    // Net::HTTP's own default: the SDK sets none.
    bodyHeaders: { 'Content-Type': 'application/x-www-form-urlencoded' },
    write: compact,
    order: rubyOrder,
    supportedDocuments: { query: '', signed: true, sdkId: false },
  },
  {
    name: '.NET 3.17.0',
    base: '/idverify/v1',
    query: (nth) => `sdkId=${id}&timestamp=${1_772_625_600_000 + nth}&nonce=${uuid(nth)}`,
    headers: { 'X-Yoti-SDK': '.NET', 'X-Yoti-SDK-Version': '.NET-3.17.0.0' },
    bodyHeaders: { 'Content-Type': json },
    write: compact,
    order: dotNetOrder,
    supportedDocuments: { query: 'includeNonLatin=0', signed: true, sdkId: true },
    upload: {
      contentType: 'multipart/form-data; boundary="yoti-doc-scan-boundary"',
      boundary: 'yoti-doc-scan-boundary',
      part: () => [
        'Content-Type: image/jpeg',
        "Content-Disposition: form-data; name=binary-content; filename=face-capture-image; filename*=utf-8''face-capture-image",
      ],
    },
  },
]

/** The body of an upload, byte for byte. */
export const writeUpload = ({ boundary, part }: UploadForm, image: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\n${part(image.length).join('\r\n')}\r\n\r\n`),
    image,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
