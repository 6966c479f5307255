import { URL } from 'node:url'
import type { Session } from '../engine/model/session.js'

/** Where the person is sent when they are done: only where the session itself says, and only over http or https. */
export type ReturnUrls = { readonly success?: string; readonly error?: string }

const read = (url: unknown): string | undefined =>
  typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? new URL(url).href
    : undefined

export const returnUrlsOf = ({ request: { sdkConfig } }: Session): ReturnUrls => {
  const success = read(sdkConfig?.['success_url'])
  const error = read(sdkConfig?.['error_url'])
  return { ...(success !== undefined && { success }), ...(error !== undefined && { error }) }
}

/** The session's error URL with the code that Yoti adds to it. */
export const withErrorCode = (url: string, code: string): string => {
  const target = new URL(url)
  target.searchParams.set('yotiErrorCode', code)
  return target.href
}
