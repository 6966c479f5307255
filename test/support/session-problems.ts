import { checkKinds } from '../../server/engine/checks/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { mediaOf } from './session-media.js'

type SessionResult = Schema<'SessionResult'>
type Named = { readonly id: string }

const resourcesOf = ({ resources }: SessionResult) => {
  const { applicant_profile: _same, ...lists } = resources
  return Object.values(lists).flat()
}

const documentsOf = ({ resources }: SessionResult) => [...resources.id_documents, ...resources.supplementary_documents]

const tasksOf = (session: SessionResult) => resourcesOf(session).flatMap(({ tasks }) => tasks)

const isSorted = (values: readonly string[]) =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? '') <= value)

const unknown = (what: string, used: readonly string[], known: readonly Named[]) =>
  used.filter((id) => !known.some((thing) => thing.id === id)).map((id) => `${what} '${id}' is nowhere`)

/** Ids that are used and stand nowhere, and ids that two things share. */
const idProblems = (session: SessionResult): string[] => {
  const { checks } = session
  const resources = resourcesOf(session)
  const media = mediaOf(session)
  const everything = [...resources, ...checks, ...tasksOf(session), ...media].map(({ id }) => id)
  return [
    ...unknown(
      'a used resource',
      checks.flatMap((check) => check.resources_used),
      resources,
    ),
    ...unknown(
      'a generated check',
      tasksOf(session).flatMap((task) => task.generated_checks.map(({ id }) => id)),
      checks,
    ),
    ...everything.filter((id, index) => everything.indexOf(id) !== index).map((id) => `two things are '${id}'`),
  ]
}

/** The text that was read belongs to the task or the check that read it. */
const extractionProblems = (session: SessionResult): string[] =>
  documentsOf(session).flatMap(({ id, tasks, document_fields, ...document }) => {
    const fieldsId = document_fields?.media?.id
    // The text of a digital ID comes from its provider.
    if (fieldsId === undefined || 'provider' in document) return []
    const checks = session.checks.filter((check) => check.resources_used.includes(id))
    const makers = [...tasks.filter(({ state }) => state === 'DONE'), ...checks]
    const made = makers.flatMap((maker) => maker.generated_media.map((media) => media.id))
    return made.includes(fieldsId) ? [] : [`nothing generated the document_fields of '${id}'`]
  })

const timesBelow = (value: unknown): { from: string; to: string }[] => {
  if (typeof value !== 'object' || value === null) return []
  const { created, created_at, last_updated } = value as Record<string, string | undefined>
  const from = created ?? created_at
  const own = from !== undefined && last_updated !== undefined ? [{ from, to: last_updated }] : []
  return [...own, ...Object.values(value).flatMap(timesBelow)]
}

const startOf = ({ created_at = '' }: ReturnType<typeof resourcesOf>[number]) => created_at

/** Ends before beginnings, checks before what they look at, and lists that are not newest first. */
const timeProblems = (session: SessionResult): string[] => {
  const { applicant_profile: _same, ...lists } = session.resources
  const starts = new Map(resourcesOf(session).map((resource) => [resource.id, startOf(resource)]))
  return [
    ...timesBelow(session)
      .filter(({ from, to }) => from > to)
      .map(({ from, to }) => `updated ${to}, made ${from}`),
    ...session.checks
      .filter(({ created, resources_used }) => resources_used.some((id) => (starts.get(id) ?? '') > created))
      .map(({ type }) => `${type} is older than what it looked at`),
    ...Object.entries(lists)
      .filter(([, list]) => !isSorted(list.map(startOf).reverse()))
      .map(([name]) => `${name} is not newest first`),
  ]
}

const checkOrder = Object.keys(checkKinds)

/** In a branch the checks of texts come last. */
const placeOf = (type: string, inBranch: boolean) =>
  inBranch && type.endsWith('_TEXT_DATA_CHECK') ? 99 : checkOrder.indexOf(type)

const isOfBranch = ({ id_documents, supplementary_documents, face_capture }: SessionResult['resources']) =>
  [...id_documents, ...supplementary_documents, ...face_capture].some(({ source }) => source.type === 'IBV')

const reportProblems = ({ type, state, report }: Schema<'Check'>): string[] => {
  if (report === undefined) return state === 'DONE' ? [`${type} is done without a report`] : []
  const { recommendation, breakdown } = report
  return [
    ...(state === 'DONE' ? [] : [`${type} is ${state} and has a report`]),
    ...(recommendation.value === 'APPROVE' && recommendation.reason !== undefined
      ? [`${type} approves for a reason`]
      : []),
    ...(isSorted(breakdown.map(({ sub_check }) => sub_check)) ? [] : [`the breakdown of ${type} is not sorted`]),
  ]
}

const checkProblems = ({ checks, resources }: SessionResult): string[] => [
  ...checks.flatMap(reportProblems),
  ...checks
    .filter(({ type, scheme }) => (type === 'DOCUMENT_SCHEME_VALIDITY_CHECK') !== (scheme !== undefined))
    .map(({ type, scheme }) => `${type} has the scheme ${scheme}`),
  ...(isSorted(checks.map(({ type }) => String(placeOf(type, isOfBranch(resources))).padStart(2, '0')))
    ? []
    : ['checks out of order']),
]

/** A live session has a token and time left, a completed one has only time, an expired one neither. */
const stateProblems = ({
  state,
  client_session_token,
  client_session_token_ttl = 0,
  checks,
}: SessionResult): string[] => [
  ...((client_session_token !== undefined) === (state === 'ONGOING')
    ? []
    : [`${state} and the token do not go together`]),
  ...(client_session_token_ttl > 0 === (state !== 'EXPIRED')
    ? []
    : [`${state} with ${client_session_token_ttl} s left`]),
  ...(state === 'COMPLETED' && checks.some((check) => !['DONE', 'INTERNAL_ERROR'].includes(check.state))
    ? ['completed too early']
    : []),
]

/** What in a session does not fit together; empty when all of it does. */
export const problemsIn = (session: SessionResult): string[] => [
  ...idProblems(session),
  ...extractionProblems(session),
  ...timeProblems(session),
  ...checkProblems(session),
  ...stateProblems(session),
]
