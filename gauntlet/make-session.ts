import { UsageError } from '../server/base/errors.js'
import { callHttp } from '../server/base/http-client.js'
import type { MockYoti } from '../server/index.js'
import type { Ordered } from './situations.js'

/** A Yoti call without a signature and an application: whoever asks may read the session. */
const send = async (mock: MockYoti, method: string, path: string, body?: unknown): Promise<unknown> => {
  const { status, text } = await callHttp(`${mock.apiUrl}${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (status >= 400)
    throw new UsageError(`The session cannot be created: ${method} ${path} answered ${status}: ${text.slice(0, 300)}`)
  return text === '' ? undefined : JSON.parse(text)
}

type Requirement = {
  readonly id: string
  readonly type: string
  readonly supported_countries?: readonly { code: string; supported_documents: readonly { type: string }[] }[]
  readonly country_codes?: readonly string[]
  readonly document_types?: readonly string[]
}

const chosenDocument = (requirement: Requirement) => {
  const [country] = requirement.supported_countries ?? []
  const preferred = requirement.supported_countries?.find(({ code }) => code === 'GBR') ?? country
  return {
    type: requirement.type,
    country_code: preferred?.code ?? requirement.country_codes?.[0] ?? 'GBR',
    document_type: preferred?.supported_documents[0]?.type ?? requirement.document_types?.[0] ?? 'PASSPORT',
  }
}

const branch = { type: 'UK_POST_OFFICE', fad_code: '1010034' }
const contact = { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com' }

/** The instructions of a session: the service's own, with the requirements of this one, or the first document of each. */
const instructionsOf = async (mock: MockYoti, sessionId: string, given: Ordered['instructions']) => {
  const { capture } = (await send(mock, 'GET', `/sessions/${sessionId}/configuration`)) as {
    capture: { required_resources: Requirement[] }
  }
  const documents = (given?.['documents'] ?? []) as readonly { document?: unknown }[]
  return {
    contact_profile: contact,
    branch,
    ...given,
    documents: capture.required_resources
      .filter(({ type }) => type.includes('DOCUMENT'))
      .map((requirement, index) => ({
        requirement_id: requirement.id,
        document: documents[index]?.document ?? chosenDocument(requirement),
      })),
  }
}

const isInBranch = (body: Ordered['body']) => {
  const support = (body['ibv_options'] as { support?: string } | undefined)?.support
  return support === 'MANDATORY' || support === 'PREFERRED'
}

/** Creates a session by a create body, and gives instructions where it goes to a branch. @returns its id */
export const makeSession = async (mock: MockYoti, { body, instructions }: Ordered): Promise<string> => {
  const created = (await send(mock, 'POST', '/sessions', body)) as { session_id: string }
  if (isInBranch(body))
    await send(
      mock,
      'PUT',
      `/sessions/${created.session_id}/instructions`,
      await instructionsOf(mock, created.session_id, instructions),
    )
  return created.session_id
}

/** What is ordered for a service that is given a session, unless its description says otherwise. */
export const usualOrder: Readonly<Record<string, unknown>> = {
  client_session_token_ttl: 14 * 86_400,
  resources_ttl: 21 * 86_400,
  ibv_options: { support: 'MANDATORY' },
  required_documents: [{ type: 'ID_DOCUMENT' }],
  requested_checks: [
    { type: 'IBV_VISUAL_REVIEW_CHECK', config: { manual_check: 'IBV' } },
    { type: 'PROFILE_DOCUMENT_MATCH', config: { manual_check: 'IBV' } },
    { type: 'DOCUMENT_SCHEME_VALIDITY_CHECK', config: { manual_check: 'IBV', scheme: 'UK_GDS' } },
  ],
}
