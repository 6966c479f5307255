import type { Schema } from '../../openapi/schema.js'

type Check = Schema<'Check'>
type Result = Pick<Schema<'SessionResult'>, 'resources' | 'checks'>

/** Yoti's names in a report of what a sub-check of an answer passed. */
const reportedNames: Readonly<Record<string, string>> = {
  no_sign_of_forgery: 'MANUAL_VISUAL_DOCUMENT_AUTHENTICITY',
  chip_digital_signature_verification: 'CHIP_DIGITAL_SIGNATURE',
  issuing_authority: 'ISSUING_AUTHORITY',
  document_in_date: 'DOCUMENT_IN_DATE',
  fraud_list_check: 'FRAUD_DOCUMENTS_LIST',
  manual_face_match: 'MANUAL_FACE_MATCH',
  ai_face_match: 'AUTOMATED_FACE_MATCH',
}

/** Checks of the person's data. */
const recordChecks: readonly Check['type'][] = [
  'THIRD_PARTY_IDENTITY',
  'THIRD_PARTY_IDENTITY_FRAUD_1',
  'SYNECTICS_IDENTITY_FRAUD',
]

const passedIn = ({ report }: Check) => {
  const passed = (report?.breakdown ?? []).flatMap(({ sub_check, result }) => (result === 'PASS' ? [sub_check] : []))
  return Object.entries(reportedNames).flatMap(([name, reported]) => (passed.includes(name) ? [reported] : []))
}

export type ReportEvidence = {
  readonly documents: readonly {
    readonly document: Schema<'IdDocument'>
    readonly passed: readonly string[]
    readonly checkIds: readonly string[]
  }[]
  readonly face?: {
    readonly resourceId: string
    readonly livenessType: string
    readonly capturedAt?: string
    readonly checkIds: readonly string[]
  }
  readonly recordCheckIds: readonly string[]
}

const isOfDocument = ({ type }: Check) => type === 'ID_DOCUMENT_AUTHENTICITY' || type === 'ID_DOCUMENT_FACE_MATCH'

/** What the checks of an answer say that a report rests on: its read documents, the face, and the ids of the checks. */
export const reportEvidence = ({ resources, checks }: Result): ReportEvidence => {
  const using = (id: string) => checks.filter(({ resources_used }) => resources_used.includes(id))
  const [liveness] = resources.liveness_capture
  return {
    documents: resources.id_documents
      .filter(({ document_fields }) => document_fields !== undefined)
      .map((document) => {
        const own = using(document.id).filter(isOfDocument)
        return { document, passed: own.flatMap(passedIn), checkIds: own.map(({ id }) => id) }
      }),
    ...(liveness && {
      face: {
        resourceId: liveness.id,
        livenessType: liveness.liveness_type,
        ...(liveness.last_updated !== undefined && { capturedAt: liveness.last_updated }),
        checkIds: using(liveness.id)
          .filter(({ type }) => type === 'LIVENESS')
          .map(({ id }) => id),
      },
    }),
    recordCheckIds: checks.filter(({ type }) => recordChecks.includes(type)).map(({ id }) => id),
  }
}
