import { findHeader } from '../base/find-header.js'
import type { Entry } from './entry.js'

/** The trace that a request belongs to, and the span in it that sent it. */
export type TraceContext = { readonly traceId: string; readonly parentId: string; readonly isSampled: boolean }

/** What W3C's `traceparent` says; nothing where it is absent or not as the recommendation has it. */
export const traceContextOf = ({ rawHeaders }: Pick<Entry, 'rawHeaders'>): TraceContext | undefined => {
  const header = findHeader(rawHeaders, 'traceparent') ?? ''
  const [, version, traceId = '', parentId = '', flags = ''] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/.exec(header) ?? []
  if (version === undefined || version === 'ff' || /^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined
  if (version === '00' && header.length !== 55) return undefined
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
