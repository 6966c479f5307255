import { URLSearchParams } from 'node:url'
import { decodeText } from '../base/decode-text.js'
import { type PropertyError, YotiError } from '../base/errors.js'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** What a client asks the token endpoint for. */
export type TokenRequest = { readonly assertion: string; readonly scope: string }

/** An assertion has about a thousand characters. */
const largestForm = 50_000

const malformed = (message: string) => new YotiError('MALFORMED_REQUEST', { errors: [{ property: 'body', message }] })

const readForm = (body: Buffer): URLSearchParams => {
  if (body.length > largestForm) throw malformed(`has ${body.length} bytes; a form may have ${largestForm}`)
  const decoded = decodeText(body)
  if ('invalidAt' in decoded) throw malformed(`is not UTF-8: the byte at position ${decoded.invalidAt}`)
  return new URLSearchParams(decoded.text)
}

/** @throws YotiError MALFORMED_REQUEST for a field that is missing or wrong */
export const parseTokenRequest = (body: Buffer): TokenRequest => {
  const form = readForm(body)
  const errors: PropertyError[] = []
  const expectField = (property: string, expected: string) => {
    const value = form.get(property)
    if (value !== expected) errors.push({ property, message: `must be '${expected}'; got '${value ?? ''}'` })
  }
  expectField('grant_type', 'client_credentials')
  expectField('client_assertion_type', assertionType)
  const assertion = form.get('client_assertion') ?? ''
  if (assertion === '') errors.push({ property: 'client_assertion', message: 'must not be null or empty' })
  if (errors.length > 0)
    throw new YotiError('MALFORMED_REQUEST', { errors, hint: 'the body is a form: application/x-www-form-urlencoded' })
  return { assertion, scope: form.get('scope') ?? '' }
}
