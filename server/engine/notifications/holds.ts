import type { Delivery, OwnerFilter } from './delivery.js'

/** What is held back: each hold once, by what it is about. */
export type Holds = ReadonlyMap<string, OwnerFilter>

type About = { readonly [Name in keyof OwnerFilter]: string | undefined }

const keyOf = ({ sessionId, sdkId }: About) => JSON.stringify([sessionId ?? null, sdkId ?? null])

export const toHolds = (holds: Iterable<OwnerFilter>): Holds =>
  new Map(
    [...holds].map(({ sessionId, sdkId }) => {
      const hold = { ...(sessionId !== undefined && { sessionId }), ...(sdkId !== undefined && { sdkId }) }
      return [keyOf({ sessionId, sdkId }), hold]
    }),
  )

/** Whether a hold is about a delivery. The work is the same however many holds there are. */
export const isHeld = ({ sessionId, sdkId }: Pick<Delivery, 'sessionId' | 'sdkId'>, holds: Holds): boolean =>
  holds.size > 0 && [{}, { sessionId }, { sdkId }, { sessionId, sdkId }].some((hold) => holds.has(keyOf(hold)))
