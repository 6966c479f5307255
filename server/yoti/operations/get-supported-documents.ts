import { supportedCountries } from '../../engine/reference/supported-documents.js'
import type { Operation } from '../operation.js'

export const getSupportedDocuments: Operation<'getSupportedDocuments'> = ({ request }) => {
  const { includeNonLatin } = request.query ?? {}
  return {
    status: 200,
    // SDKs write the flag in both ways.
    body: { supported_countries: supportedCountries(includeNonLatin === 'true' || includeNonLatin === '1') },
  }
}
