import { URL } from 'node:url'
import type { PropertyError } from '../../base/errors.js'
import type { Schema } from '../../openapi/schema.js'
import type { NotificationRequest } from '../model/session.js'
import { type Topic, topics } from '../model/topics.js'

type Order = Pick<Schema<'CreateSession'>, 'notifications'>

/** Yoti takes topics in any case. */
const findTopic = (text: string): Topic | undefined => topics.find((topic) => topic === text.toLowerCase())

const isUrl = (text: string, isStrict: boolean) =>
  (isStrict ? /^https:\/\/.+$/ : /^https?:\/\/.+$/).test(text) && URL.canParse(text)

const noHeader = 'has characters that no header can carry'
const controls = 'has control characters, such as a line end'

/** A BEARER token is the header as it is. BASIC is base64, of anything but control characters (RFC 7617, 2). */
const tokenErrors = ({ auth_type, auth_token }: NonNullable<Order['notifications']>): PropertyError[] => {
  const token = auth_token ?? ''
  const property = 'notifications.auth_token'
  if (auth_type === 'BEARER') return /[^\t\x20-\x7e\x80-\xff]/.test(token) ? [{ property, message: noHeader }] : []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to refuse
  return /[\x00-\x1f\x7f]/.test(token) ? [{ property, message: controls }] : []
}

/** The errors of the `notifications` of a create request. */
export const notificationErrors = ({ notifications }: Order, isStrict: boolean): readonly PropertyError[] => {
  const { endpoint, topics: asked } = notifications ?? {}
  const token = tokenErrors(notifications ?? {})
  const known = topics.map((topic) => topic.toUpperCase()).join(', ')
  const unknown = (asked ?? []).flatMap((topic, index) =>
    findTopic(topic) === undefined
      ? [{ property: `notifications.topics[${index}]`, message: `must be one of ${known}` }]
      : [],
  )
  if (typeof endpoint !== 'string' || isUrl(endpoint, isStrict)) return [...unknown, ...token]
  return [...unknown, ...token, { property: 'notifications.endpoint', message: 'must match "^https://.+$"' }]
}

/** BASIC is base64 of the token, which is `username:password`; BEARER is the token as it is. */
const authorizationOf = ({ auth_token, auth_type }: NonNullable<Order['notifications']>): string | undefined => {
  if (typeof auth_token !== 'string') return undefined
  return auth_type === 'BEARER' ? `Bearer ${auth_token}` : `Basic ${Buffer.from(auth_token).toString('base64')}`
}

/** The subscription of a create request; undefined if it has no endpoint or no topic. */
export const readNotifications = ({ notifications }: Order): NotificationRequest | undefined => {
  const { endpoint, topics: asked } = notifications ?? {}
  const known = (asked ?? []).flatMap((topic) => findTopic(topic) ?? [])
  if (!notifications || typeof endpoint !== 'string' || known.length === 0) return undefined
  const authorization = authorizationOf(notifications)
  return { endpoint, topics: [...new Set(known)], ...(authorization !== undefined && { authorization }) }
}
