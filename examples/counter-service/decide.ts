import yoti from 'yoti'
import { type Decision, mandatoryChecks } from '../decision.ts'
import { attempt } from './yoti-error.ts'

type Session = Awaited<ReturnType<InstanceType<typeof yoti.IDVClient>['getSession']>>

const decideOnChecks = (session: Session): Decision => {
  const checks = session.getChecks()
  if (checks.some((check) => check.getState() !== 'DONE')) return 'fail'
  const types = checks.map((check) => check.getType())
  // An empty list of checks has nothing that was not approved, and is no pass.
  if (!mandatoryChecks.every((type) => types.includes(type))) return 'fail'
  const approved = checks.every((check) => check.getReport().getRecommendation().getValue() === 'APPROVE')
  return approved ? 'pass' : 'fail'
}

const decideOnSession = (session: Session): Decision => {
  switch (session.getState()) {
    case 'COMPLETED':
      return decideOnChecks(session)
    case 'EXPIRED':
      return 'start-again'
    case 'ONGOING':
      return 'wait'
    default:
      // A state that this service has never seen: whoever waited would wait for ever.
      return 'call-operator'
  }
}

/** A service that reads results with Yoti's own package. */
export const createCounterService = (
  url: string,
  { sdkId, key }: { sdkId: string; key: string },
): { decide: (sessionId: string) => Promise<Decision> } => {
  const client = new yoti.IDVClient(sdkId, key, { apiUrl: url })
  return {
    decide: async (sessionId) => {
      const { decision, result } = await attempt(() => client.getSession(sessionId))
      return result === undefined ? decision : decideOnSession(result)
    },
  }
}
