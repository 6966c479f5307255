import type { Schema } from '../../openapi/schema.js'
import type { DocumentChoice } from './document-choice.js'

type DigitalId = DocumentChoice & Required<Pick<DocumentChoice, 'providers'>>
type Permission = Pick<NonNullable<Schema<'DocumentFilter'>>, 'allow_digital_ids' | 'allowed_providers'>

/** The digital IDs that Yoti's SDKs name in their release notes and tests; Yoti publishes no list. */
const digitalIds: readonly DigitalId[] = [
  { type: 'DIGITAL_AADHAAR', country: 'IND', providers: ['DIGILOCKER'] },
  { type: 'EPHIL_ID', country: 'PHL', providers: ['EPHIL_ID_QR'] },
]

/** Whether a type is that of a digital ID. */
export const isDigitalId = (type: string): boolean => digitalIds.some((digital) => digital.type === type)

/** Providers that a filter names and that no known digital ID comes from. */
export const unknownProviders = ({ allowed_providers }: Permission): string[] =>
  (allowed_providers ?? [])
    .map(({ name }) => name)
    .filter((name) => !digitalIds.some(({ providers }) => providers.includes(name)))

const limited = ({ allowed_providers }: Permission, digital: DigitalId): DigitalId[] => {
  if (!allowed_providers?.length) return [digital]
  const providers = digital.providers.filter((provider) => allowed_providers.some(({ name }) => name === provider))
  return providers.length === 0 ? [] : [{ ...digital, providers }]
}

/**
 * The digital IDs that a filter permits without naming them: none unless it allows digital IDs.
 * @param types those that it names, which are permitted unless it forbids digital IDs: what Yoti does then is not known
 */
export const permittedDigitalIds = (
  permission: Permission,
  types: readonly string[] = [],
): readonly DocumentChoice[] =>
  permission.allow_digital_ids === false
    ? []
    : digitalIds
        .filter(({ type }) => permission.allow_digital_ids === true || types.includes(type))
        .flatMap((digital) => limited(permission, digital))

/** A document with its providers if it is a digital ID; one that comes from no allowed provider is left out. */
export const withProviders = (choice: DocumentChoice, permission: Permission = {}): DocumentChoice[] => {
  if (!isDigitalId(choice.type)) return [choice]
  return permittedDigitalIds(permission, [choice.type])
    .filter(({ type, country }) => type === choice.type && country === choice.country)
    .slice(0, 1)
}
