import { withEveryLine } from './address.js'
import type { DocumentFields } from './document-text.js'
import type { Person } from './person.js'

/** What a scheme asked, and whether it was met; as in the result. */
export type ReportedScheme = {
  readonly scheme: { readonly type: string; readonly objective?: string }
  readonly requirements_met: boolean
  readonly requirements_not_met_info?: string
}

/** A document that a report rests on, and what was found of it. */
export type ReportedDocument = {
  readonly resourceId: string
  readonly type: string
  readonly capturedAt?: string
  readonly fields: DocumentFields
  /** Yoti's names of what the document passed. */
  readonly passed: readonly string[]
  readonly checkIds: readonly string[]
}

export type ReportedFace = {
  readonly resourceId: string
  readonly livenessType: string
  readonly capturedAt?: string
  readonly checkIds: readonly string[]
}

export type VerificationInput = {
  readonly reportId: string
  readonly timestamp: string
  readonly subjectId?: string
  readonly trustFramework: string
  readonly schemes: readonly ReportedScheme[]
  readonly documents: readonly ReportedDocument[]
  readonly face?: ReportedFace
  /** Checks of the person's data, beside documents and face. */
  readonly recordCheckIds: readonly string[]
  /** Makes the id of a piece of evidence from a name. */
  readonly idOf: (name: string) => string
}

type Level = { readonly level: string; readonly procedure: string; readonly fraud: string; readonly records: number }

const medium: Level = { level: 'MEDIUM', procedure: 'M1A', fraud: '2', records: 1 }

/** The highest level that a scheme asks for. Procedures and scores are those of the examples of Yoti's report pages. */
const levelOf = (schemes: readonly ReportedScheme[]): Level => {
  const isHigh = schemes.some(({ scheme }) => ['STANDARD', 'ENHANCED'].includes(scheme.objective ?? ''))
  if (isHigh) return { level: 'HIGH', procedure: 'H2B', fraud: '2', records: 2 }
  const isRightTo = schemes.every(({ scheme }) => scheme.type === 'RTW' || scheme.type === 'RTR')
  return isRightTo ? { ...medium, fraud: '1' } : medium
}

const unverifiedAddress = 'UNABLE_TO_VERIFY_ADDRESS'

const isMetOrLacksAddress = ({ requirements_met, requirements_not_met_info }: ReportedScheme) =>
  requirements_met || requirements_not_met_info === unverifiedAddress

/**
 * Whether a report speaks of the address. It is a part of these schemes, and not of the right to work or to rent. Yoti's example
 * of a scheme that is not met for another reason has none.
 */
export const needsAddress = (schemes: readonly ReportedScheme[]): boolean =>
  schemes.some(
    (reported) => ['DBS', 'IDENTITY_PLUS_ADDRESS'].includes(reported.scheme.type) && isMetOrLacksAddress(reported),
  )

const verifier = { verifying_org: 'Yoti Ltd.' }

/** In reports the kind of an address and of a machine-readable zone is a text; Yoti's list of their fields lacks three. */
const asReported = (read: DocumentFields) => {
  const { mrz, document_template, driving_licence_class, driving_licence_restriction_code, ...fields } = read
  const { structured_postal_address: address } = fields
  return {
    // In their own order.
    ...fields,
    ...(address && { structured_postal_address: addressAsReported(address) }),
    ...(mrz && { mrz: { ...mrz, type: String(mrz.type) } }),
  }
}

/** Addresses of reports have every line, as in Yoti's examples. */
export const addressAsReported = (address: Person['address']): Record<string, unknown> => {
  const { address_format, ...lines } = withEveryLine(address)
  return { address_format: String(address_format), ...lines }
}

const providers = ['Cifas Ltd.', 'TransUnion Ltd.']

const isAddressProof = ({ fields }: ReportedDocument) => fields.structured_postal_address !== undefined

/** What proves the address: a document that has one, else the record. */
const addressLinks = ({ documents, idOf }: VerificationInput) => {
  const proof = documents.find(isAddressProof)
  return [proof === undefined ? idOf('record/0') : idOf(proof.resourceId)]
}

const assurance = ({ documents, face, idOf }: VerificationInput, { fraud, records }: Level) => [
  ...documents.map(({ resourceId, type }) => ({
    type: 'EVIDENCE_STRENGTH',
    classification: type === 'PASSPORT' ? '4' : '3',
    evidence_links: [idOf(resourceId)],
  })),
  ...documents.map(({ resourceId, type, passed }) => ({
    type: 'EVIDENCE_VALIDITY',
    classification: type === 'PASSPORT' && !passed.includes('CHIP_DIGITAL_SIGNATURE') ? '2' : '3',
    evidence_links: [idOf(resourceId)],
  })),
  {
    type: 'IDENTITY_FRAUD',
    classification: fraud,
    evidence_links: Array.from({ length: records }, (_, index) => idOf(`record/${index}`)),
  },
  ...(face === undefined
    ? []
    : [
        {
          type: 'VERIFICATION',
          classification: '3',
          // The face was compared with each document.
          evidence_links: [...documents, face].map(({ resourceId }) => idOf(resourceId)),
        },
      ]),
]

const evidence = (input: VerificationInput, person: Person, { records }: Level) => {
  const { documents, face, recordCheckIds, schemes, timestamp, idOf } = input
  return {
    documents: documents.map(({ resourceId, capturedAt = timestamp, fields, passed, checkIds }) => ({
      evidence_id: idOf(resourceId),
      timestamp: capturedAt,
      document_fields: asReported(fields),
      passed_checks: passed.map((check) => ({ check })),
      resource_ids: [resourceId],
      check_ids: [...checkIds],
      ...verifier,
    })),
    ...(face && {
      face: {
        evidence_id: idOf(face.resourceId),
        initial_liveness: { type: face.livenessType, timestamp: face.capturedAt ?? timestamp },
        ...verifier,
        resource_ids: [face.resourceId],
        check_ids: [...face.checkIds],
      },
    }),
    electronic_records: Array.from({ length: records }, (_, index) => ({
      evidence_id: idOf(`record/${index}`),
      timestamp,
      identity_details: {
        full_name: person.fullName,
        given_names: person.givenNames,
        family_name: person.familyName,
        date_of_birth: person.dateOfBirth,
        ...(needsAddress(schemes) && { structured_postal_address: addressAsReported(person.address) }),
      },
      ...verifier,
      provider_org: providers[index] ?? 'Cifas Ltd.',
      resource_ids: documents.map(({ resourceId }) => resourceId),
      check_ids: [...recordCheckIds],
    })),
  }
}

/**
 * What was verified, by which requirements and on which evidence. Keys, their order, levels and scores: the examples of
 * Yoti's pages on DBS and right to work. A report whose schemes were not met has neither assurance nor evidence.
 */
export const verificationReport = (input: VerificationInput, person: Person): Record<string, unknown> => {
  const { reportId, timestamp, subjectId, trustFramework, schemes } = input
  const isMet = schemes.some(({ requirements_met }) => requirements_met)
  const hasAddress = !schemes.some(({ requirements_not_met_info }) => requirements_not_met_info === unverifiedAddress)
  const level = levelOf(schemes)
  return {
    ...(needsAddress(schemes) && {
      address_verification: {
        current_address_verified: hasAddress,
        ...(isMet && hasAddress && { evidence_links: addressLinks(input) }),
      },
    }),
    report_id: reportId,
    timestamp,
    ...(subjectId !== undefined && { subject_id: subjectId }),
    trust_framework: trustFramework,
    schemes_compliance: schemes,
    ...(isMet && {
      assurance_process: {
        level_of_assurance: level.level,
        policy: 'GPG45',
        procedure: level.procedure,
        assurance: assurance(input, level),
      },
      evidence: evidence(input, person, level),
    }),
  }
}
