import { lazy } from '../server/base/lazy.js'
import { beliefs } from './beliefs.js'
import { enumWords, propertyWords } from './document.js'
import { inventText } from './invent.js'

const listOf = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Words that say how something stands. None of them is a usual name of a person. */
const standings: ReadonlySet<string> = new Set(
  listOf(`
accepted active allowed anonymised approved archived assigned automatic available awaiting blocked bounced canceled
cancelled cleared closed complete completed confirmed created declined deferred delayed deleted delivered denied
deprecated disabled done draft duplicate duplicated enabled error escalate escalated expired failed failure finalised
finalized finished flagged forwarded gone hidden ignored imported inactive incomplete inconclusive initial initialised
initialized initiated invalid locked manual missing none obsolete ongoing optional other partial partially passed
paused pending processed processing published queued received redacted referred refused rejected released removed
replaced requested required rescheduled resolved restarted restored restricted resumed retried retrying returned
reviewed reviewing revoked running scheduled sent skipped started stopped submitted succeeded success successful
superseded supported suspended suspicious timeout unassigned unavailable unconfirmed undefined undetermined
unknown unlocked unreachable unresolved unsupported unverified updated uploaded valid validated verified waiting
withdrawn`),
)

/** Words that names of APIs are made of. */
const others = listOf(`
a above access accuracy action activity actual adjusted after age agent alert alive all alternative amount an analysis
and any anything app application approximate as assessment asset assurance at attack attempt attribute audit authentication auto
automation average back background backup barcode base batch be before behaviour behavior below benefit between binding
biometrics blur body border both bounding box breach bright by cache calculated camera can cancel candidate
capability card category cause certificate change channel character citizen class classification clear clerk clone
cloud coarse collection color colour column comment company compare compared confidence conflict connection
consistency contains context contract control conversion copy correction correlation count counter county coverage
crop crossing current customer damage dark database dataset decision deep default degree deletion delivery density
depth detection detector deviation diagnostic difference digest direction disposition distance district domain download driver driving
during duration dynamic early edge effect electronic element eligibility eligible else email embedded employer
employment empty encoded encoding encryption engine enrichment entity entry environment estimate estimated event
evidence excluded exclusion exempt experience expiration expiry export extended extension external extra factor fake
false feature feedback field finding fingerprint fixed flag flash focus for force forced foreign form format formatted fraction
fraudulent frequency fresh friendly front function gateway gender general geo geolocation glare global group hash
header health height high higher history hit hold holder hologram home host hour how household hybrid icon identifier
if impact impersonation in included income incorrect index indicator indicative injection input insight inspection
instance insurance integrity intelligence interaction interface international interval into invitation issuance issue
it item jurisdiction kind kit knowledge language large latency later latest layer layout left legal length letter
level library licence license lifetime likelihood likely line link live local lock log login low lower machine
main maintenance management margin masked maximum meaning measure medium member metadata metric migration minimum
minute mismatch mobile modified module monitor month motion multi multiple nation national nationality
nationals network new newer newest next normal note nothing notice number numeric object occlusion occupation occurred ocr
offline offset old older oldest on one online open operation operator option or order organisation organization origin
original outcome output over overall owner package paper parameter part passive password path pattern payload
payment per percent percentage permission permit person personal phase phone photocopy physical pixel placeholder
plan platform point police portal portrait position possible potential prediction preference prefix presence
present presentation prevented previous print prior priority probability problem procedure produced product
production prohibited projected protection public published purpose quantity query question queue quota random range
rank rate ratio reached reader reading real recapture recent recheck recognition recommended record reference region
register registration registry regulation relation relationship replacement replay repeat repeated repository
representation reputation resend residence residency resident resolution retention retry reuse reused revision right
risk role root rotation route row rule sample sanction sanctioned scan scanned scanner scope score second
section sector seen secure security segment select selected selfie sender separate sequence serial server service set
setting severity shadow sharpness side sign signal signature signed similar similarity single site size skew
social software something spoof spoofed spoofing stage standard start state statement stats status step stolen stop
storage stream strength strict strong structure student style sub submission substitution suffix suggested surface
suspicion switch symbol synthetic system tampered tampering target tax technical telephone temporary term terminal
test that threat threshold timeline timestamp title to too tool trace trait transaction transfer translation transport
travel trigger true two unable under unique unit unless until unusual up upgrade upper urgent usage utility variant
vendor verdict verification via video view virtual visa visibility visible voice volume vulnerable wallet warning
watermark weak web webhook weight when while who why widget width window wire without work worker workflow working
world wrong year zip zone`)

/** What data about people are called. */
const fields = listOf(`
apartment area assertion birthplace building care city country district door dwelling endorsement entitlement eye
fathers family first flat floor forename forenames given house maiden marital married middle mothers mrz nationalities nickname
occupancy org organisation personal place postcode premise prefix previous province religion remarks salutation sex spouse state street suburb
surname surnames town unit vehicle village`)

const headers = listOf(`
accept ajax akamai alt amz amzn authenticate authorization azure cdn cf cloudfront cookie cors credentials cross csp csrf ct
date disposition embedder envoy etag expect expires fastly forwarded goog google hsts http https keep lang max modified
nel nosniff opener origin permissions permitted policies powered pragma proxy ranges ray referrer robots runtime served
sniff strict svc timing traceparent tracestate trailer varnish vary www x xss yoti`)

/** `smithScore` and `SMITH_SCORE` have two parts. */
const aPart = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g

const partsOf = (text: string): readonly string[] => text.match(aPart) ?? []

const partsOfAll = (words: Iterable<string>) =>
  new Set([...words].flatMap((word) => partsOf(word).map((part) => part.toLowerCase())))

/** What the words of Yoti's are made of: they stay, whoever is called so. */
const ownParts = lazy(() => partsOfAll([...enumWords, ...beliefs().words]))

const usualParts: ReadonlySet<string> = new Set([...[...standings, ...others, ...fields], ...partsOfAll(propertyWords)])
const headerParts: ReadonlySet<string> = new Set(headers)

/** Says whether a word was seen where people's data are. */
export type IsPersonal = (word: string) => boolean

const isUsualPart = (part: string, isPersonal: IsPersonal): boolean => {
  const word = part.toLowerCase()
  if (/^\d{1,2}$/.test(part) || ownParts().has(word)) return true
  const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word
  return [word, singular, `${word}s`].some((one) => usualParts.has(one)) && !isPersonal(word)
}

/**
 * Whether a word that nobody knows may be written down: `NEW_STATE` and `ESCALATED`, not `SMITH` and `JOHN_SMITH`. Each of its
 * parts is a word of APIs; a word of one part says how something stands.
 */
export const isUsualWord = (text: string, isPersonal: IsPersonal): boolean => {
  const parts = partsOf(text)
  if (parts.length < 2) return standings.has(text.toLowerCase()) && !isPersonal(text)
  return parts.every((part) => isUsualPart(part, isPersonal))
}

/** The same for the name of a property that openapi.yaml does not have. */
export const isUsualName = (key: string, isPersonal: IsPersonal): boolean =>
  partsOf(key).every((part) => isUsualPart(part, isPersonal))

/** The name of a header, in lower case, with those of its parts only that names of headers or APIs have. */
export const maskHeader = (name: string, isPersonal: IsPersonal): string =>
  name
    .split('-')
    .map((part) => (headerParts.has(part) || isUsualPart(part, isPersonal) ? part : inventText(part)))
    .join('-')

/** A word of several parts with those only that are words of APIs: `SMITH_CHECK` is `XXXXXXXX_CHECK`. */
export const maskWord = (text: string, isPersonal: IsPersonal): string => {
  if (partsOf(text).length < 2) return inventText(text)
  return text.replaceAll(aPart, (part) => (isUsualPart(part, isPersonal) ? part : inventText(part)))
}
