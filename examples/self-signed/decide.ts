import { type Decision, decideOnError, mandatoryChecks } from '../decision.ts'
import { createSignedFetch } from './signed-fetch.ts'

type Document = { id: string; document_type: string }
type Check = {
  type: string
  state: string
  resources_used: string[]
  report?: { recommendation: { value: string; reason?: string } }
}
type Session = { state: string; resources: { id_documents: Document[] }; checks: Check[]; user_tracking_id?: string }

/** What was decided, about which document, and why. */
export type Outcome = { decision: Decision; documentType?: string; reasons: string[]; caseId?: string }

/** The document that the checks looked at, wherever it stands in the list: abandoned attempts stand there too. */
const checkedDocument = ({ resources, checks }: Session) => {
  const used = new Set(checks.flatMap((check) => check.resources_used))
  return resources.id_documents.find(({ id }) => used.has(id))
}

const decideOnChecks = (session: Session): Decision => {
  const { checks } = session
  // The report is there only once the check is done.
  if (checks.some(({ state }) => state !== 'DONE')) return 'fail'
  if (!mandatoryChecks.every((type) => checks.some((check) => check.type === type))) return 'fail'
  if (checkedDocument(session) === undefined) return 'fail'
  return checks.every(({ report }) => report?.recommendation.value === 'APPROVE') ? 'pass' : 'fail'
}

const decideOnState = (session: Session): Decision => {
  switch (session.state) {
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

const outcomeOf = (session: Session): Outcome => {
  const { checks, user_tracking_id: caseId } = session
  const decision = decideOnState(session)
  const documentType = checkedDocument(session)?.document_type
  const reasons = checks.flatMap(({ report }) => report?.recommendation.reason ?? [])
  return { decision, reasons, ...(documentType && { documentType }), ...(caseId && { caseId }) }
}

/** The JSON of an answer; nothing where a gateway has answered in Yoti's place. */
const readJson = async (response: Response): Promise<unknown> => {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return isJson ? response.json() : undefined
}

/** A service that signs its own requests and reads the JSON itself. */
export const createSelfSignedService = (
  url: string,
  application: { sdkId: string; key: string },
): { read: (sessionId: string) => Promise<Outcome> } => {
  const signedFetch = createSignedFetch(url, application)
  return {
    read: async (sessionId) => {
      const response = await signedFetch(`/sessions/${sessionId}`)
      const body = await readJson(response)
      // The contract says what each of the two is.
      if (response.ok) return outcomeOf(body as Session)
      return { decision: decideOnError(response.status, (body as { code?: string } | undefined)?.code), reasons: [] }
    },
  }
}
