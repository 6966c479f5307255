/** More fault rules than this are not kept at once. */
export const mostFaults = 1000

/** Beyond it an instant, or the deadline of a session that begins there, could not be written in four digits of a year. */
export const lastInstant: number = Date.UTC(9000, 0)
