import type { Place } from './document.js'

/**
 * Properties whose values are words of Yoti's, though openapi.yaml lists none or not all of them: kinds, reasons, codes.
 * They never say who somebody is.
 */
const codeProperties: ReadonlySet<string> = new Set([
  ...['type', 'types', 'document_type', 'document_types', 'detected_document_type', 'capture_type', 'content_type'],
  ...['issuing_country', 'country_code', 'country_codes', 'detected_country', 'preset_issuing_country', 'country_iso'],
  ...['document_country_iso_code', 'ip_iso_country_code', 'associated_country_codes', 'currency'],
  ...['reason', 'recovery_suggestion', 'sub_check', 'code', 'reason_code', 'failure_type', 'failure_reason'],
  ...['scheme', 'objective', 'trust_framework', 'requirements_not_met_info', 'issuer', 'provider', 'providers'],
  ...['topic', 'topics', 'report_template', 'result_template', 'allowed_capture_methods'],
  // Schemas that properties refer to.
  ...['CountryCode', 'Inclusion'],
])

/** Properties of that kind whose names alone do not say so. */
const codePlaces: ReadonlySet<string> = new Set(['SubCheck.details[].name', 'DocumentFilter.allowed_providers[].name'])

/** The last name of a place: `document_types` of `Requirement.document_types[]`. */
const lastName = (name: string) => name.replaceAll('[]', '').split('.').at(-1) ?? ''

const wordsOf = ({ schema }: Place): readonly unknown[] =>
  schema.const === undefined ? (schema.enum ?? []) : [schema.const]

/** The words that openapi.yaml lists for a place; none where it lists none. */
export const listedWords = (places: readonly Place[]): readonly unknown[] => places.flatMap(wordsOf)

/** Whether a place holds words of Yoti's, listed or not. */
export const isCodePlace = (places: readonly Place[]): boolean =>
  places.some(
    (place) => wordsOf(place).length > 0 || codePlaces.has(place.name) || codeProperties.has(lastName(place.name)),
  )

/** Words joined by `_` or `-`: no digits but a short number at the end of a part, as in `FRAUD_1`. */
const upper = /^[A-Z]{2,30}(?:[_-](?:[A-Z]{1,30}\d{0,2}|\d{1,2})){0,12}$/
const lower = /^[a-z]{2,30}(?:[_-](?:[a-z]{1,30}\d{0,2}|\d{1,2})){0,12}$/

/** Any other type of content could be somebody's choice. */
const contentTypes: ReadonlySet<string> = new Set([
  ...['json', 'problem+json', 'xml', 'pdf', 'octet-stream', 'zip', 'x-www-form-urlencoded'].map(
    (name) => `application/${name}`,
  ),
  ...['png', 'jpeg', 'jpg', 'webp', 'gif', 'bmp', 'tiff', 'heic', 'heif', 'avif', 'svg+xml'].map(
    (name) => `image/${name}`,
  ),
  ...['text/html', 'text/plain', 'text/xml', 'text/csv', 'video/mp4', 'video/webm', 'multipart/form-data'],
])

/** Whether a text has the form that Yoti's words have. Numbers of documents have another. */
export const looksLikeCode = (text: string): boolean => text.length <= 64 && (upper.test(text) || lower.test(text))

/** Whether a text names a type of content that is known, or one of Yoti's own. */
export const isContentType = (text: string): boolean =>
  contentTypes.has(text) || /^application\/vnd\.yoti(?:[.+-](?:json|xml|v\d{1,2})){0,3}$/.test(text)
