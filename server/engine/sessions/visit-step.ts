import { toInstant } from '../../base/clock.js'
import { YotiError } from '../../base/errors.js'
import type { ControlSchema } from '../../openapi/schema.js'
import type { Session, SessionEvent } from '../model/session.js'
import type { Scenario } from '../scenarios/scenario.js'
import { letterReadyAt } from './letter-ready.js'
import { assertVisitOpen, remainingVisit } from './transitions.js'

export type VisitStep = ControlSchema<'VisitStep'>

const impossible = (message: string) => new YotiError('STEP_NOT_POSSIBLE', { message })

const isAbout = (event: SessionEvent, requirementId: string | undefined) =>
  'requirementId' in event && event.requirementId === requirementId

const isFace = ({ type }: SessionEvent) => type === 'face-captured' || type === 'liveness-captured'

/** The requirement whose document is captured next: the one with this number, else the first that is open. */
const requirementOf = (
  { request: { requirements } }: Session,
  number: number | undefined,
  remaining: readonly SessionEvent[],
) => {
  if (number === undefined) return requirements.find(({ id }) => remaining.some((event) => isAbout(event, id)))?.id
  const requirement = requirements[number - 1]
  if (requirement === undefined)
    throw impossible(`There is no document ${number}: the session asks for ${requirements.length}`)
  return requirement.id
}

const eventsOf = (
  { step, document }: VisitStep,
  session: Session,
  remaining: readonly SessionEvent[],
): readonly SessionEvent[] => {
  switch (step) {
    case 'scan-letter':
      return remaining.filter(({ type }) => type === 'letter-scanned')
    case 'capture-document': {
      const requirementId = requirementOf(session, document, remaining)
      return remaining.filter((event) => isAbout(event, requirementId))
    }
    case 'capture-face':
      return remaining.filter(isFace)
    case 'complete':
      return remaining.some(({ type }) => type === 'completed') ? remaining : []
    case 'refuse':
      return []
  }
}

/** Why there is no letter to scan; undefined when there is one. */
export const whyNoLetter = (session: Session, scenario: Scenario, now: number): string | undefined => {
  const readyAt = letterReadyAt(session, scenario)
  if (readyAt === undefined) return 'there is no letter: the session has no instructions'
  return now < readyAt ? `there is no letter before ${toInstant(readyAt)}` : undefined
}

const refusal = (reason: string | undefined, now: number): SessionEvent => ({
  at: now,
  type: 'refused',
  ...(reason !== undefined && { reason }),
})

/**
 * Makes one step of the scenario's visit happen now. Later steps wait until they are called for. The letter is scanned with
 * the first step if that was not done before, and missing documents are captured with the completion.
 * @throws YotiError if the session has ended, or if the scenario has no such step left
 */
export const takeStep = (session: Session, scenario: Scenario, step: VisitStep, now: number): Session => {
  assertVisitOpen(session, now)
  if (step.step === 'refuse' && !session.request.inBranch)
    throw impossible(`'refuse' is not possible: the person is at home, and no clerk is there to refuse`)
  const noLetter = session.request.inBranch ? whyNoLetter(session, scenario, now) : undefined
  if (step.step === 'scan-letter' && noLetter !== undefined)
    throw impossible(`'scan-letter' is not possible: ${noLetter}`)
  const remaining = remainingVisit(session, scenario, now)
  const chosen = step.step === 'refuse' ? [refusal(step.reason, now)] : eventsOf(step, session, remaining)
  if (chosen.length === 0)
    throw impossible(
      `'${step.step}' is not possible: it happened already, or the scenario '${scenario.id}' has it not happen`,
    )
  const isScanned = chosen.some(({ type }) => type === 'letter-scanned')
  const letter = isScanned ? [] : remaining.filter(({ type }) => type === 'letter-scanned')
  return { ...session, events: [...session.events.filter(({ at }) => at <= now), ...letter, ...chosen] }
}
