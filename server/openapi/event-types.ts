import { didYouMean } from '../base/nearest.js'
import type { ControlSchema } from './schema.js'

/** What happens to a server, of which a client may want to know some only; `hello` and `gap` always come. */
export type EventType = Exclude<ControlSchema<'ControlEvent'>['type'], 'hello' | 'gap'>

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
const names = Object.keys(known)

export const isEventType = (type: string): type is EventType => Object.hasOwn(known, type)

/** What is wrong with each type that was asked for and does not exist. */
export const judgeEventTypes = (types: readonly string[]): string[] =>
  types
    .filter((type) => !isEventType(type) && type !== 'hello' && type !== 'gap')
    .map((type) => `no event has the type '${type}'.${didYouMean(type, names)} Known: ${names.join(', ')}`)
