import { type Decision, decideOnError } from '../decision.ts'
import { createSignedFetch } from './signed-fetch.ts'

/** What became of a call: what it returned, or what its error means. */
export type Outcome<Result = unknown> = { readonly decision: Decision; readonly result?: Result }

const byClerk = { manual_check: 'IBV' }

/** An order for one document and one bill, checked in a branch. */
export const branchOrder: object = {
  client_session_token_ttl: 1_209_600,
  resources_ttl: 1_814_400,
  user_tracking_id: 'case-42',
  ibv_options: { support: 'MANDATORY' },
  requested_checks: [
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: byClerk },
    { type: 'PROFILE_DOCUMENT_MATCH', config: byClerk },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { ...byClerk, scheme: 'UK_DBS' } },
  ],
  required_documents: [{ type: 'ID_DOCUMENT' }, { type: 'SUPPLEMENTARY_DOCUMENT', objective: { type: 'UK_DBS' } }],
  resources: { applicant_profile: { full_name: 'Ada Lovelace', date_of_birth: '1985-12-10' } },
}

/** Which documents will be brought to which branch. */
export const instructionsFor = (idRequirement: string, billRequirement: string): object => ({
  contact_profile: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' },
  documents: [
    {
      requirement_id: idRequirement,
      document: { type: 'ID_DOCUMENT', country_code: 'GBR', document_type: 'PASSPORT' },
    },
    {
      requirement_id: billRequirement,
      document: { type: 'SUPPLEMENTARY_DOCUMENT', country_code: 'GBR', document_type: 'UTILITY_BILL' },
    },
  ],
  branch: { type: 'UK_POST_OFFICE', fad_code: '1234567' },
})

type Requirement = { id: string; type: string; state: string }
type Configuration = { capture: { required_resources: Requirement[] } }

/** Everything that the service does before a result, and after it. */
export type Letters = {
  /** The new session's id. */
  readonly open: () => Promise<Outcome<string>>
  /** The requirements that nothing was captured for yet. */
  readonly stillAsked: (sessionId: string) => Promise<Outcome<string[]>>
  readonly instruct: (sessionId: string, idRequirement: string, billRequirement: string) => Promise<Outcome>
  /** The branch that was chosen, if one was. */
  readonly chosenBranch: (sessionId: string) => Promise<Outcome<string | undefined>>
  /** Whom the letter is for. */
  readonly contact: (sessionId: string) => Promise<Outcome<string>>
  /** The letter's content type. */
  readonly letter: (sessionId: string) => Promise<Outcome<string>>
  readonly email: (sessionId: string) => Promise<Outcome>
  /** What a document says: the name. */
  readonly nameOn: (sessionId: string, mediaId: string) => Promise<Outcome<string | undefined>>
  readonly forget: (sessionId: string) => Promise<Outcome>
  readonly forgetMedia: (sessionId: string, mediaId: string) => Promise<Outcome>
  /** The nearest branch. */
  readonly nearestBranch: (postcode: string) => Promise<Outcome<string | undefined>>
}

/** A service that signs its own requests and reads the JSON itself. */
export const createLetters = (url: string, application: { sdkId: string; key: string }): Letters => {
  const signedFetch = createSignedFetch(url, application)
  const settle = async <Result>(
    asked: Promise<Response>,
    read: (response: Response) => Promise<Result>,
  ): Promise<Outcome<Result>> => {
    const response = await asked
    if (response.ok) return { decision: 'pass', result: await read(response) }
    const { code } = (await response.json()) as { code?: string }
    return { decision: decideOnError(response.status, code) }
  }
  // The contract says what each answer is.
  const json = async <Body>(response: Response) => (await response.json()) as Body
  const nothing = async () => undefined
  const below = (sessionId: string, path: string) => `/sessions/${sessionId}${path}`
  return {
    open: () =>
      settle(signedFetch('/sessions', 'POST', branchOrder), async (response) => {
        return (await json<{ session_id: string }>(response)).session_id
      }),
    stillAsked: (sessionId) =>
      settle(signedFetch(below(sessionId, '/configuration')), async (response) => {
        const { capture } = await json<Configuration>(response)
        return capture.required_resources.filter(({ state }) => state === 'REQUIRED').map(({ id }) => id)
      }),
    instruct: (sessionId, idRequirement, billRequirement) =>
      settle(
        signedFetch(below(sessionId, '/instructions'), 'PUT', instructionsFor(idRequirement, billRequirement)),
        nothing,
      ),
    chosenBranch: (sessionId) =>
      settle(signedFetch(below(sessionId, '/instructions')), async (response) => {
        const { branch } = await json<{ branch?: { fad_code: string } }>(response)
        return branch?.fad_code
      }),
    contact: (sessionId) =>
      settle(signedFetch(below(sessionId, '/instructions/contact-profile')), async (response) => {
        return (await json<{ email: string }>(response)).email
      }),
    letter: (sessionId) =>
      settle(signedFetch(below(sessionId, '/instructions/pdf')), async ({ headers }) => {
        return headers.get('Content-Type') ?? 'nothing'
      }),
    email: (sessionId) => settle(signedFetch(below(sessionId, '/instructions/email'), 'POST'), nothing),
    nameOn: (sessionId, mediaId) =>
      settle(signedFetch(below(sessionId, `/media/${mediaId}/content`)), async (response) => {
        if (response.headers.get('Content-Type') !== 'application/json') return undefined
        return (await json<{ full_name?: string }>(response)).full_name
      }),
    forget: (sessionId) => settle(signedFetch(below(sessionId, ''), 'DELETE'), nothing),
    forgetMedia: (sessionId, mediaId) =>
      settle(signedFetch(below(sessionId, `/media/${mediaId}/content`), 'DELETE'), nothing),
    nearestBranch: (search_string) =>
      settle(
        fetch(`${url}/lookup/uk-post-office`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ search_string }),
        }),
        async (response) => (await json<{ branches: { fad_code: string }[] }>(response)).branches[0]?.fad_code,
      ),
  }
}
