import { namedSessionId } from '../../../server/base/ids.js'
import { branchChecks, checkKinds } from '../../../server/engine/checks/index.js'
import type { ScenarioFile } from '../../../server/engine/scenarios/scenario.js'
import { scenarioDefaults } from '../../../server/engine/scenarios/scenario.js'
import { namedOrder } from '../../../server/engine/sessions/named-order.js'
import type { Schema } from '../../../server/openapi/schema.js'
import { repeatedLiveness } from './liveness.js'
import type { Answer } from './read-answer.js'

type Order = NonNullable<ScenarioFile['order']>
type Name = Extract<Order, string>
type Changes = Exclude<Order, string>

const extractions = ['ID_DOCUMENT_TEXT_DATA_EXTRACTION', 'SUPPLEMENTARY_DOCUMENT_TEXT_DATA_EXTRACTION'] as const

const documentsOf = ({ resources }: Answer) => [...resources.id_documents, ...resources.supplementary_documents]

const isInBranch = (answer: Answer) => {
  const { resources, checks } = answer
  const captured = [...documentsOf(answer), ...resources.face_capture]
  const { identity_profile, advanced_identity_profile, import_token, digital_id_shares } = answer
  // Profiles, tokens and digital IDs are of sessions at home.
  if ((identity_profile ?? advanced_identity_profile ?? import_token ?? digital_id_shares) !== undefined) return false
  if (captured.length > 0) return captured.some(({ source }) => source.type === 'IBV')
  if (checks.some(({ type }) => branchChecks.includes(type))) return true
  // Nothing says more of a session that has just begun: in a branch somebody has said whom it is about.
  return resources.liveness_capture.length === 0 && resources.applicant_profiles.length > 0
}

const nameOf = (answer: Answer): Name => {
  if (!isInBranch(answer)) return 'home'
  const { resources, checks } = answer
  const asksMore = checks.some(({ type }) => !branchChecks.includes(type))
  const hasMore = resources.face_capture.length > 0 || documentsOf(answer).some(({ tasks }) => tasks.length > 0)
  return asksMore || hasMore ? 'hybrid' : 'branch'
}

/** What a named session of this order is asked for, with nothing else changed. */
const usual = (order: { like: Name } & Changes) =>
  namedOrder({ ...scenarioDefaults, order, id: order.like }, namedSessionId(order.like))

/** Attempts that were repeated are those of one check. */
const livenessTypes = (answer: Answer) => {
  const types = [...answer.resources.liveness_capture].reverse().map((one) => one.liveness_type)
  return repeatedLiveness(answer) === undefined ? types : types.slice(-1)
}

/** How a watchlist was searched; what belongs to the relying business's own account is replaced. */
const searchIn = ({ checks }: Answer, asked: string) => {
  const summary = checks.find(({ type }) => type === asked)?.report?.watchlist_summary
  if (summary === undefined) return undefined
  const { api_key, client_ref, tags, ...search } = summary.search_config
  return {
    ...search,
    ...(api_key !== undefined && { api_key: 'our-key' }),
    ...(client_ref !== undefined && { client_ref: 'our-reference' }),
    ...(tags !== undefined && { tags: Object.fromEntries(Object.keys(tags).map((key) => [key, 'our-tag'])) }),
  }
}

/** What a face search was for; the pool is the relying business's own. */
const faceSearchIn = ({ checks }: Answer, asked: string) => {
  const searched = checks.find(({ type }) => type === asked)?.config
  if (searched === undefined) return undefined
  return { ...checkKinds.FAMILIAR_FACE_SEARCH.order.usualConfig(''), approval_criteria: searched.approval_criteria }
}

/** The checks that were asked for: each type once, liveness once for each time that it was filmed. */
const checksOf = (answer: Answer): NonNullable<Changes['checks']> => {
  const types = [...new Set(answer.checks.map(({ type }) => type))].filter((type) => !type.endsWith('_TEXT_DATA_CHECK'))
  return types.flatMap((type): NonNullable<Changes['checks']> => {
    if (type === 'LIVENESS')
      return livenessTypes(answer).map((liveness_type) => ({ type, config: { liveness_type, max_retries: 3 } }))
    // Text data checks are left out above: no order asks for them.
    const asked = type as Extract<NonNullable<Changes['checks']>[number], string>
    const config = searchIn(answer, type) ?? faceSearchIn(answer, type)
    return [config === undefined ? asked : { type: asked, config }]
  })
}

const tasksOf = (answer: Answer): NonNullable<Changes['tasks']> => {
  const found = documentsOf(answer).flatMap(({ tasks }) => tasks.map(({ type }) => type))
  const types = extractions.filter((type) => found.includes(type))
  const expands = answer.resources.id_documents.some((document) => document.expanded_document_fields !== undefined)
  return types.map((type) =>
    expands && type === 'ID_DOCUMENT_TEXT_DATA_EXTRACTION'
      ? { type, config: { manual_check: 'FALLBACK', create_expanded_document_fields: true } }
      : type,
  )
}

const name = (item: string | { type: string; config?: unknown }) => (typeof item === 'string' ? item : item.type)

const isUsual = (asked: Changes['checks'] | Changes['tasks'], known: readonly { type: string; config?: unknown }[]) => {
  const items: readonly (string | { type: string; config?: unknown })[] = asked ?? []
  return (
    items.length === known.length &&
    known.every(({ type }) => items.some((item) => name(item) === type)) &&
    items.every(
      (item) =>
        typeof item === 'string' ||
        known.some(({ type, config }) => type === item.type && JSON.stringify(config) === JSON.stringify(item.config)),
    )
  )
}

const schemeOf = ({ checks }: Answer): Schema<'Check'>['scheme'] =>
  checks.find(({ scheme }) => scheme !== undefined)?.scheme

/** The identity profile that was asked for: its report says which. */
const profileIn = ({ identity_profile }: Answer): Changes['identity_profile'] => {
  // A profile that was aborted does not say what was asked for.
  if (identity_profile?.result === 'ABORTED')
    return { trust_framework: 'UK_TFIDA', scheme: { type: 'DBS', objective: 'BASIC' } }
  const { trust_framework, schemes_compliance = [] } = identity_profile?.identity_profile_report ?? {}
  const [compliance] = schemes_compliance
  if (trust_framework === undefined || compliance === undefined) return undefined
  const { type, ...rest } = compliance.scheme
  // DBS and right to work asked for together come back as two.
  return { trust_framework, scheme: { type: schemes_compliance.length > 1 ? 'DBS_RTW' : type, ...rest } }
}

/** The schemes of an advanced profile: its report says which, an aborted one does not. */
const advancedIn = ({ advanced_identity_profile: advanced }: Answer): Changes['advanced_identity_profile'] => {
  if (advanced === undefined) return undefined
  const compliance = advanced.identity_profile_report?.compliance ?? [
    {
      trust_framework: 'UK_TFIDA',
      schemes_compliance: [{ scheme: { type: 'DBS', objective: 'BASIC' }, requirements_met: false }],
    },
  ]
  const profiles = compliance.map(({ trust_framework, schemes_compliance }) => ({
    trust_framework,
    schemes: schemes_compliance.map(({ scheme: { type, objective, label = '' } }) => ({
      type,
      ...(objective !== undefined && { objective }),
      label,
    })),
  }))
  return { profiles }
}

/** Whatever else was asked for. A subject's id is the relying business's own, so that another stands in its place. */
const extrasIn = (answer: Answer): Partial<Changes> => {
  const { identity_profile: profile, advanced_identity_profile: advanced, import_token } = answer
  const previews = [answer.identity_profile_preview, answer.advanced_identity_profile_preview]
  const subjects = [profile?.subject_id, advanced?.subject_id]
  return {
    ...(previews.some((preview) => preview !== undefined) && { preview: true }),
    ...(subjects.some((subject) => subject !== undefined) && { subject_id: 'subject' }),
    ...(import_token && { import_token: true }),
  }
}

/** What a session with this answer was asked for: one of the usual orders, with what differs from it. */
export const orderIn = (answer: Answer): Order => {
  const like = nameOf(answer)
  const scheme = schemeOf(answer)
  const identity_profile = profileIn(answer)
  const advanced_identity_profile = advancedIn(answer)
  const profiles = {
    ...(identity_profile && { identity_profile }),
    ...(advanced_identity_profile && { advanced_identity_profile }),
  }
  const { checks, tasks } = usual({ like, ...profiles })
  const isChecked = answer.checks.length > 0 || answer.state === 'COMPLETED'
  const usualScheme = checks.find(({ config }) => config?.scheme !== undefined)?.config?.scheme
  const changes: Omit<Changes, 'like'> = {
    ...(isChecked && !isUsual(checksOf(answer), checks) && { checks: checksOf(answer) }),
    ...(documentsOf(answer).length > 0 && !isUsual(tasksOf(answer), tasks) && { tasks: tasksOf(answer) }),
    ...(scheme !== undefined && scheme !== usualScheme && { scheme }),
    ...profiles,
    ...extrasIn(answer),
  }
  return Object.keys(changes).length === 0 ? like : { like, ...changes }
}
