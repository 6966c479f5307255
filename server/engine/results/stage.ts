import type { ControlSchema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'

export type Stage = ControlSchema<'Stage'>

/** The stages that follow each other; a visit may end in `refused` instead, and any session that is not completed in `expired`. */
const onward: readonly Stage[] = ['created', 'instructed', 'visited', 'capturing', 'checking', 'completed']

const isCapture = ({ type }: SessionEvent) => type.endsWith('-captured')
const isCheck = ({ type }: SessionEvent) => type === 'checked' || type === 'completed'

/** Whether the session has come to a stage at an instant, by itself; not by having come to a later one. */
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

/** Where a session stands at an instant. A named session stands still. */
export const stageOf = (session: Session, now: number): Stage => {
  const at = session.frozenAt ?? now
  const last = [...onward].reverse().find((stage) => isAt(session, stage, at)) ?? 'created'
  if (last === 'completed') return last
  if (isAt(session, 'expired', at)) return 'expired'
  return isAt(session, 'refused', at) ? 'refused' : last
}

/** Whether a session has come to a stage or beyond it. */
export const hasReached = (session: Session, stage: Stage, now: number): boolean => {
  const at = session.frozenAt ?? now
  const index = onward.indexOf(stage)
  if (index === -1) return isAt(session, stage, at)
  return onward.slice(index).some((later) => isAt(session, later, at))
}

/** Whether a session that has not come to a stage still can: nothing follows its completion, and only expiry its refusal. */
export const canReach = (session: Session, stage: Stage, now: number): boolean => {
  const current = stageOf(session, now)
  if (session.frozenAt !== undefined || current === 'completed' || current === 'expired') return false
  return current !== 'refused' || stage === 'expired'
}
