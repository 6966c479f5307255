import { errorTable } from '../server/base/errors.js'
import { isUuid } from '../server/base/ids.js'
import { beliefs } from './beliefs.js'
import { isCodePlace, isContentType, listedWords, looksLikeCode } from './codes.js'
import { asDistance, numberAsDistance } from './distance.js'
import { itemPlaces, type Place, propertyPlaces, propertyWords } from './document.js'
import { inventNumber, inventText, type Rename } from './invent.js'
import { isUsualName, isUsualWord, maskWord } from './vocabulary.js'

const errorMessages: ReadonlySet<string> = new Set(Object.values(errorTable).map(({ message }) => message))

/** What redaction needs beside the value: a way to rename ids, and where the times of the session begin. */
export type Redaction = {
  readonly rename: Rename
  /** In milliseconds, whole seconds. */
  readonly origin: number
  /** Whether a word was seen where people's data are. */
  readonly isPersonal: (word: string) => boolean
}

type Spot = { readonly key: string; readonly places: readonly Place[] }

const isId = ({ key, places }: Spot) =>
  places.some(({ schema }) => schema.format === 'uuid') ||
  /(?:^|_)ids?$|^resources_used$|^nonce$|^sdkId$|_token$|^api_key$|^client_ref$/i.test(key)

const isTime = ({ key, places }: Spot) =>
  places.some(({ schema }) => schema.format === 'date-time') ||
  /(?:^|_)(?:created|updated|at|timestamp|deadline|time)$|^last_updated$/.test(key)

const isErrorText = ({ places }: Spot) => places.some(({ name }) => name === 'Error.message')

/** `resources.applicant_profile.full_name`: names of openapi.yaml, indices, and headers. */
const isPropertyPath = (text: string) =>
  text
    .split(/[.[\]]+/)
    .every(
      (name) =>
        name === '' ||
        /^\d{1,3}$/.test(name) ||
        propertyWords.has(name) ||
        /^(?:header|body|query|X-Yoti-(?:Auth-(?:Digest|Id|Key)|SDK(?:-Version)?))$/.test(name),
    )

const isKept = (text: string, spot: Spot, { isPersonal }: Redaction): boolean => {
  const { places } = spot
  if (text === '' || listedWords(places).includes(text)) return true
  if (isErrorText(spot)) return errorMessages.has(text)
  if (places.some(({ name }) => name === 'Error.errors[].property')) return isPropertyPath(text)
  // A score, as the sub-checks of faces have one, and words that say nothing of a person.
  if (places.some(({ name }) => name === 'SubCheck.details[].value'))
    return /^(?:[01]\.\d{1,4}|true|false|PASS|FAIL|MATCH|NO_MATCH|NOT_AVAILABLE|Yoti Ltd)$/.test(text)
  if (!isCodePlace(places)) return false
  // A word of Yoti's stays one, whoever is called so.
  return isContentType(text) || isKnown(text) || (looksLikeCode(text) && isUsualWord(text, isPersonal))
}

/** Words in another case are known too; two letters name a country, and nobody. */
const isKnown = (text: string) =>
  beliefs().knows(text) || beliefs().knows(text.toUpperCase()) || /^[A-Z]{2}$/.test(text)

const redactText = (text: string, spot: Spot, redaction: Redaction): string => {
  if (isKept(text, spot, redaction)) return text
  if (isUuid(text)) return redaction.rename(text)
  if (isTime(spot)) return asDistance(text, redaction.origin) ?? inventText(text)
  if (isCodePlace(spot.places) && looksLikeCode(text)) return maskWord(text, redaction.isPersonal)
  return isId(spot) && text.length <= 128 ? redaction.rename(text) : inventText(text)
}

const redactNumber = (number: number, spot: Spot, { origin }: Redaction): number => {
  if (isTime(spot)) return numberAsDistance(number, origin) ?? inventNumber(number)
  // How an address is written, and counts: how many frames, attempts, hits.
  const isCount = spot.places.some(({ schema }) => schema.type === 'integer') || spot.key === 'address_format'
  return isCount && Number.isInteger(number) && number >= 0 && number < 10 ? number : inventNumber(number)
}

/** Whether the names of an object's properties are somebody's choice: tags. */
const isMap = (places: readonly Place[]) =>
  places.some(
    ({ schema: { additionalProperties: others, properties } }) =>
      properties === undefined && typeof others === 'object' && 'type' in others,
  )

/** Yoti's names begin in lower case; a name of somebody rarely does. */
const identifier = /^[a-z][a-zA-Z0-9_]{1,63}$/

/** Whether a name that openapi.yaml does not have is a name of a property, not something about somebody. */
const isName = (key: string, { isPersonal }: Redaction) =>
  propertyWords.has(key) || ((identifier.test(key) || looksLikeCode(key)) && isUsualName(key, isPersonal))

const redactEntries = (value: object, places: readonly Place[], redaction: Redaction) => {
  const hidesNames = isMap(places)
  return Object.entries(value).map(([key, item], at): [string, unknown] => {
    const own = propertyPlaces(places, key)
    const isKnown = own.length > 0 || (!hidesNames && isName(key, redaction))
    return [isKnown ? key : `key_${at + 1}`, redactValue(item, { key: isKnown ? key : '', places: own }, redaction)]
  })
}

const redactValue = (value: unknown, spot: Spot, redaction: Redaction): unknown => {
  if (typeof value === 'string') return redactText(value, spot, redaction)
  if (typeof value === 'number') return redactNumber(value, spot, redaction)
  if (Array.isArray(value)) {
    const inner = { key: spot.key, places: itemPlaces(spot.places) }
    return value.map((item) => redactValue(item, inner, redaction))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(redactEntries(value, spot.places, redaction))
}

/**
 * A JSON value without anything that says who it is about. Kept are its structure, names of properties, booleans, and words
 * where openapi.yaml lists some or they are Yoti's own; ids are renamed, times become distances, everything else is invented.
 * @param places what openapi.yaml says that the value may be; with none, nothing of it is kept but its form
 */
export const redactJson = (value: unknown, places: readonly Place[], redaction: Redaction): unknown =>
  redactValue(value, { key: '', places }, redaction)

/** The same for one value under a name, as in a query. */
export const redactNamed = (key: string, text: string, places: readonly Place[], redaction: Redaction): string =>
  redactText(text, { key, places }, redaction)

/** Where texts are Yoti's about the request, not anybody's data. */
const isOfErrors = (places: readonly Place[]) => places.some(({ name }) => /^Error\b|\.error\b/.test(name))

/** Tells every word of the texts of a value that may be about somebody. */
export const personalWords = (value: unknown, places: readonly Place[], tell: (word: string) => void): void => {
  if (isOfErrors(places)) return
  if (typeof value === 'string') {
    // Three capitals are a country.
    if (isCodePlace(places) || isUuid(value) || /^[A-Z]{2,3}$/.test(value)) return
    for (const [word] of value.slice(0, 2000).matchAll(/[\p{L}\p{M}]{3,40}/gu)) tell(word.toLowerCase())
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const item of value) personalWords(item, itemPlaces(places), tell)
  else for (const [key, item] of Object.entries(value)) personalWords(item, propertyPlaces(places, key), tell)
}
