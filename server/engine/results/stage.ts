import type { ControlSchema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'

type Stage = ControlSchema<'Stage'>

/** The stages in their order. A visit may also end in `refused`, and a session that is not completed in `expired`. */
const onward: readonly Stage[] = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed']

const isCapture = ({ type }: SessionEvent) => type.endsWith('-captured')
const isCheck = ({ type }: SessionEvent) => type === 'checked' || type === 'completed'

/** Whether the session has reached exactly this stage at an instant; a later stage does not count. */
const isAt = (session: Session, stage: Stage, now: number): boolean => {
  const past = session.events.filter(({ at }) => at <= now)
  const happened = (type: SessionEvent['type']) => past.some((event) => event.type === type)
  switch (stage) {
    case 'created':
      return true
    case 'instructed':
      return session.instructions !== undefined
    case 'visited':
      return happened('letter-scanned')
    case 'capturing':
      return past.some(isCapture)
    case 'checking': {
      const coming = session.events.filter(({ at }) => at > now)
      return happened('checked') || (past.some(isCapture) && coming.some(isCheck) && !coming.some(isCapture))
    }
    case 'completed':
      return happened('completed')
    case 'refused':
      return happened('refused')
    case 'expired':
      return now >= session.deadline && !happened('completed')
  }
}

/** The stage of a session at an instant. The stage of a named session never changes. */
export const stageOf = (session: Session, now: number): Stage => {
  const at = session.frozenAt ?? now
  const last = [...onward].reverse().find((stage) => isAt(session, stage, at)) ?? 'created'
  if (last === 'completed') return last
  if (isAt(session, 'expired', at)) return 'expired'
  return isAt(session, 'refused', at) ? 'refused' : last
}

/** Whether a session has reached a stage or a later one. */
export const hasReached = (session: Session, stage: Stage, now: number): boolean => {
  const at = session.frozenAt ?? now
  const index = onward.indexOf(stage)
  if (index === -1) return isAt(session, stage, at)
  return onward.slice(index).some((later) => isAt(session, later, at))
}

/** Whether a session can still reach a stage. Nothing follows completion, and only expiry follows a refusal. */
export const canReach = (session: Session, stage: Stage, now: number): boolean => {
  const current = stageOf(session, now)
  if (session.frozenAt !== undefined || current === 'completed' || current === 'expired') return false
  return current !== 'refused' || stage === 'expired'
}
