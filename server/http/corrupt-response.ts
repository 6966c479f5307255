import type { FaultRule } from '../faults/fault.js'
import type { Sent } from '../journal/entry.js'

/** Headers with others in place of those of the same name, whatever its case. */
const withHeaders = (
  headers: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): Record<string, string> => {
  const replaced = Object.keys(others).map((name) => name.toLowerCase())
  const kept = Object.entries(headers).filter(([name]) => !replaced.includes(name.toLowerCase()))
  return { ...Object.fromEntries(kept), ...others }
}

const corruptBody = ({ status, headers, bytes = Buffer.alloc(0) }: Sent, { spoil }: FaultRule): Sent => {
  // A 204 has no body to corrupt.
  if (status === 204) return { status, headers }
  switch (spoil) {
    case 'truncated-body':
    case 'reset-during':
      // The Content-Length stays that of the whole.
      return { status, headers, bytes: bytes.subarray(0, Math.floor(bytes.length / 2)) }
    case 'malformed-json': {
      const broken = bytes.length === 0 ? Buffer.from('{') : bytes.subarray(0, bytes.length - 1)
      return { status, headers: withHeaders(headers, { 'Content-Length': String(broken.length) }), bytes: broken }
    }
    case 'wrong-content-type':
      return { status, headers: withHeaders(headers, { 'Content-Type': 'text/html; charset=utf-8' }), bytes }
    case 'empty-body':
      return { status, headers: withHeaders(headers, { 'Content-Length': '0' }) }
    default:
      return { status, headers, bytes }
  }
}

/** An answer as a fault leaves it. */
export const corrupt = (sent: Sent, rule: FaultRule): Sent =>
  corruptBody({ ...sent, headers: withHeaders(sent.headers, rule.headers ?? {}) }, rule)
