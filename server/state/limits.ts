/** More fault rules than this are not kept at once. */
export const mostFaults = 1000

/** The start of the year 1: before it an instant could not be written in four digits of a year. */
export const firstInstant = -62_135_596_800_000

/** Beyond it an instant, or the deadline of a session that begins there, could not be written in four digits of a year. */
export const lastInstant: number = Date.UTC(9000, 0)

/** A delivery of a kept state with a higher number gets another one: those that follow have to be whole numbers. */
export const lastDeliveryId = 1e15
