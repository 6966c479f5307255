import yoti from 'yoti'
import { type Decision, decideOnError, mandatoryChecks } from '../decision.ts'

type Session = Awaited<ReturnType<InstanceType<typeof yoti.IDVClient>['getSession']>>

/** The package throws this without exporting it. */
type YotiError = Error & { getResponseStatusCode: () => number | null; getResponseBody: () => unknown }

const isYotiError = (error: unknown): error is YotiError => error instanceof Error && 'getResponseStatusCode' in error

const decideOnChecks = (session: Session): Decision => {
  const checks = session.getChecks()
  if (checks.some((check) => check.getState() !== 'DONE')) return 'fail'
  const types = checks.map((check) => check.getType())
  // An empty list of checks has nothing that was not approved, and is no pass.
  if (!mandatoryChecks.every((type) => types.includes(type))) return 'fail'
  const approved = checks.every((check) => check.getReport().getRecommendation().getValue() === 'APPROVE')
  return approved ? 'pass' : 'fail'
}

/** A service that reads results with Yoti's own package. */
export const createCounterService = (
  url: string,
  { sdkId, key }: { sdkId: string; key: string },
): { decide: (sessionId: string) => Promise<Decision> } => {
  const client = new yoti.IDVClient(sdkId, key, { apiUrl: url })
  return {
    decide: async (sessionId) => {
      try {
        const session = await client.getSession(sessionId)
        switch (session.getState()) {
          case 'COMPLETED':
            return decideOnChecks(session)
          case 'EXPIRED':
            return 'start-again'
          default:
            return 'wait'
        }
      } catch (error) {
        if (!isYotiError(error)) throw error
        const body = error.getResponseBody()
        const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined
        return decideOnError(error.getResponseStatusCode() ?? 500, code)
      }
    },
  }
}
