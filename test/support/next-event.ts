import type { ControlEvent, ControlEvents } from '../../server/index.js'

/** Reads events until one of a type comes. */
export const nextEvent = async <Type extends ControlEvent['type']>(
  events: ControlEvents,
  type: Type,
): Promise<ControlEvent & { readonly type: Type }> => {
  for (;;) {
    const { done, value } = await events.next()
    if (done) throw new Error(`the stream ended before '${type}'`)
    // Its type is the one that was asked for.
    if (value.type === type) return value as ControlEvent & { readonly type: Type }
  }
}
