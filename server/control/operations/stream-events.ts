import { didYouMean } from '../../base/nearest.js'
import type { Operation } from '../control-operation.js'
import type { EventType } from '../events/event-log.js'
import { throwIfInvalid } from '../known-names.js'

const known: { readonly [Type in EventType]: true } = {
  request: true,
  session: true,
  'session-removed': true,
  delivery: true,
  faults: true,
  clock: true,
  scenarios: true,
  applications: true,
  reset: true,
  'requests-cleared': true,
}

const isKnown = (type: string): type is EventType => Object.hasOwn(known, type)

/** @throws YotiError PAYLOAD_VALIDATION for a type that does not exist, naming the nearest */
const readTypes = (text: string | undefined): readonly EventType[] | undefined => {
  if (text === undefined) return undefined
  // These two always come.
  const types = text.split(',').filter((type) => type !== 'hello' && type !== 'gap')
  const names = Object.keys(known)
  const message = (type: string) =>
    `no event has the type '${type}'.${didYouMean(type, names)} Known: ${names.join(', ')}`
  throwIfInvalid(types.filter((type) => !isKnown(type)).map((type) => ({ property: 'types', message: message(type) })))
  return types.filter(isKnown)
}

export const streamEvents: Operation<'streamEvents', 'events'> = ({ request, lastEventId }, { events }) => {
  const { types, sdkId, after } = request.query ?? {}
  return { status: 200, content: events.subscribe({ types: readTypes(types), sdkId, after: lastEventId ?? after }) }
}
