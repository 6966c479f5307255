import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import { branchChecks, checkKinds } from '../checks/index.js'
import { kindOf } from '../identity/index.js'
import { impliesFraudCheck } from '../model/identity-profiles.js'
import type { Requirement, SessionRequest } from '../model/session.js'
import { withProviders } from '../reference/digital-ids.js'
import { requiredChecks } from '../scenarios/required-checks.js'
import type { Scenario, ScenarioFile } from '../scenarios/scenario.js'

type OrderName = Extract<NonNullable<ScenarioFile['order']>, string>
type Check = Schema<'RequestedCheck'>
type Task = Schema<'RequestedTask'>

type Preset = {
  readonly inBranch: boolean
  readonly scheme: string
  readonly checks: readonly Check['type'][]
  readonly tasks: readonly Task['type'][]
}

const documentChecks: readonly Check['type'][] = ['ID_DOCUMENT_AUTHENTICITY', 'ID_DOCUMENT_FACE_MATCH']

const presets: Readonly<Record<OrderName, Preset>> = {
  // The only in-branch samples on Yoti's pages.
  branch: { inBranch: true, scheme: 'UK_DBS', checks: branchChecks, tasks: [] },
  // The request of GOV.UK One Login.
  hybrid: {
    inBranch: true,
    scheme: 'UK_GDS',
    checks: [...documentChecks, ...branchChecks],
    tasks: ['ID_DOCUMENT_TEXT_DATA_EXTRACTION'],
  },
  home: {
    inBranch: false,
    scheme: 'UK_GDS',
    checks: [...documentChecks, 'LIVENESS'],
    tasks: ['ID_DOCUMENT_TEXT_DATA_EXTRACTION'],
  },
}

const supplementaryObjective = ({ inBranch, scheme }: Preset) => (inBranch ? scheme : 'PROOF_OF_ADDRESS')

const requirementOf =
  (id: string, preset: Preset) =>
  ({ asked, country = 'GBR', kind }: Scenario['documents'][number], index: number): Requirement => ({
    id: deriveId(id, `requirements/${index}`),
    kind: kindOf({ type: asked, kind }),
    accepted: withProviders({ type: asked, country, ...(kind && { kind }) }),
    ...(kindOf({ type: asked, kind }) === 'SUPPLEMENTARY_DOCUMENT' && { objective: supplementaryObjective(preset) }),
  })

type OrderChanges = Exclude<NonNullable<ScenarioFile['order']>, string>

const profilesIn = ({
  identity_profile: profile,
  advanced_identity_profile: advanced,
  preview,
  subject_id: subjectId,
}: OrderChanges): Pick<SessionRequest, 'profiles'> =>
  profile === undefined && advanced === undefined
    ? {}
    : {
        profiles: {
          ...(subjectId !== undefined && { subjectId }),
          ...(profile && { profile }),
          ...(advanced && { advanced }),
          hasPreview: preview === true,
        },
      }

/** What an identity profile brings beside the checks of its preset. */
const impliedChecks = ({ identity_profile, advanced_identity_profile }: OrderChanges): Check['type'][] => {
  const profiles = [...(identity_profile ? [identity_profile] : []), ...(advanced_identity_profile?.profiles ?? [])]
  const hasFraudCheck = impliesFraudCheck(profiles.map(({ trust_framework }) => trust_framework))
  return hasFraudCheck ? ['THIRD_PARTY_IDENTITY_FRAUD_1'] : []
}

/** The types of a preset, then those that the scenario needs besides. */
const withRequired = <Type extends string>(usual: readonly Type[], required: readonly Type[]): Type[] => [
  ...usual,
  ...required.filter((type) => !usual.includes(type)),
]

/**
 * The request of a named session: the scenario's documents, and the checks and tasks of its order. If the order has no list
 * of its own, the types whose outcome the scenario gives are added.
 */
export const namedOrder = (
  {
    id: scenarioId,
    documents,
    order,
    checks,
    familiar_face,
  }: Pick<Scenario, 'id' | 'documents' | 'order' | 'checks' | 'familiar_face'>,
  sessionId: string,
): SessionRequest => {
  const changes = typeof order === 'string' ? { like: order } : order
  const preset = { ...presets[changes.like], ...(changes.scheme !== undefined && { scheme: changes.scheme }) }
  const { inBranch, scheme } = preset
  const required = requiredChecks({ checks, documents, ...(familiar_face && { familiar_face }) })
  return {
    requirements: documents.map(requirementOf(sessionId, preset)),
    // A config in the scenario has the form of the create request's.
    checks: (
      changes.checks ?? withRequired<Check['type']>(preset.checks, [...impliedChecks(changes), ...required.checks])
    ).map((check) =>
      typeof check === 'string'
        ? { type: check, config: checkKinds[check].order.usualConfig(scheme) }
        : (check as Check),
    ),
    tasks: (changes.tasks ?? withRequired(preset.tasks, required.tasks)).map((task) =>
      typeof task === 'string' ? { type: task, config: { manual_check: 'FALLBACK' } } : (task as Task),
    ),
    inBranch,
    userTrackingId: changes.user_tracking_id ?? `scenario:${scenarioId}`,
    ...(inBranch && { applicantProfile: {} }),
    ...profilesIn(changes),
    ...(changes.import_token && { wantsImportToken: true }),
  }
}
