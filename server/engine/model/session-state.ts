import type { Session } from './session.js'

/** Yoti's state of a session at an instant; a named session always shows the same one. */
export const sessionState = (
  { events, deadline, frozenAt }: Pick<Session, 'events' | 'deadline' | 'frozenAt'>,
  now: number,
): 'ONGOING' | 'COMPLETED' | 'EXPIRED' => {
  const at = frozenAt ?? now
  if (events.some((event) => event.type === 'completed' && event.at <= at)) return 'COMPLETED'
  return at >= deadline ? 'EXPIRED' : 'ONGOING'
}
