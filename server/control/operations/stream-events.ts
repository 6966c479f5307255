import { type EventType, isEventType, judgeEventTypes } from '../../openapi/event-types.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'

/** @throws YotiError PAYLOAD_VALIDATION for a type that does not exist, naming the nearest */
const readTypes = (text: string | undefined): readonly EventType[] | undefined => {
  if (text === undefined) return undefined
  const types = text.split(',')
  throwIfInvalid(judgeEventTypes(types).map((message) => ({ property: 'types', message })))
  return types.filter(isEventType)
}

export const streamEvents: Operation<'streamEvents', 'events'> = ({ request, lastEventId }, { events }) => {
  const { types, sdkId, after } = request.query ?? {}
  return { status: 200, content: events.subscribe({ types: readTypes(types), sdkId, after: lastEventId ?? after }) }
}
