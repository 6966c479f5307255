import { checkJson, everyFact } from './against-document.js'
import type { Beliefs } from './beliefs.js'
import {
  answerHeaders,
  answerPlaces,
  answerStatuses,
  answerTypes,
  exampleNames,
  knownTopics,
  topicPlaces,
} from './document.js'
import { jsonOf, type RecordedExchange, type RecordedNotification } from './exchange.js'
import type { Tell } from './finding.js'
import type { FromFile } from './read-files.js'

/** Headers of connections, gateways and browsers: they say nothing of the API. */
const infrastructure =
  /^(?:date|age|server|via|vary|etag|connection|keep-alive|pragma|expires|content-.*|transfer-encoding|cache-control|last-modified|set-cookie|alt-svc|nel|report-to|location|link|allow|strict-transport-security|referrer-policy|permissions-policy|server-timing|expect-ct|traceparent|tracestate|access-control-.*|cf-.*|cross-origin-.*|x-(?:content-type-options|frame-options|xss-protection|powered-by|cache.*|amz.*|envoy-.*|cloud-.*|served-by|timer|download-options|permitted-.*|dns-.*|robots-tag|forwarded-.*))$/

/** What has been seen of the answers of each operation and status. */
type Seen = Map<string, Set<string>>

type Context = { readonly beliefs: Beliefs; readonly tell: Tell; readonly seen: Seen }

const seenOf = (seen: Seen, key: string): Set<string> => {
  const facts = seen.get(key) ?? new Set()
  seen.set(key, facts)
  return facts
}

const checkHeaders = ({ operation, response }: RecordedExchange, tell: (what: string) => void) => {
  const names = Object.keys(response.headers)
  // A single answer that was read from a file came without any.
  if (names.length === 0) return
  const declared = answerHeaders(operation, response.status)
  for (const name of declared) if (!names.includes(name.toLowerCase())) tell(`the header ${name} is missing`)
  const known = declared.map((name) => name.toLowerCase())
  for (const name of names)
    if (!known.includes(name) && !infrastructure.test(name)) tell(`the header ${name} is not in openapi.yaml`)
}

const checkType = ({ operation, response }: RecordedExchange, tell: (what: string) => void) => {
  const types = answerTypes(operation, response.status) ?? []
  const type = response.headers['content-type']
  if (response.body === undefined) {
    if (types.length > 0 && Object.keys(response.headers).length > 0) tell('the body is missing')
    return
  }
  if (types.length === 0) tell('there is a body, and openapi.yaml has none')
  else if (type !== undefined && !types.includes(type)) tell(`the content type is ${type}, not ${types.join(' or ')}`)
  else if (type === 'application/json' && 'media' in response.body) tell('the body is no JSON')
}

const checkCode = (code: unknown, { operation, response }: RecordedExchange, tell: (what: string) => void) => {
  const known = exampleNames(operation, response.status)
  if (typeof code === 'string' && known.length > 0 && !known.includes(code))
    tell(`the code is ${code}, not ${known.join(' or ')}`)
}

/** Compares an exchange with what openapi.yaml says of its operation. */
const checkAnswer = (exchange: RecordedExchange, differ: (what: string) => void, { beliefs, seen }: Context) => {
  const { operation, response } = exchange
  checkHeaders(exchange, differ)
  checkType(exchange, differ)
  const json = jsonOf(response.body)
  const places = answerPlaces(operation, response.status)
  const facts = seenOf(seen, `${operation} ${response.status}`)
  if (json === undefined || places.length === 0) return
  if (response.status >= 400) checkCode((json as { code?: unknown } | null)?.code, exchange, differ)
  checkJson(json, places, {
    beliefs,
    differ: (path, what) => differ(`${path} ${what}`),
    see: (fact) => facts.add(fact),
  })
}

const checkExchange = (exchange: RecordedExchange, file: string, context: Context): void => {
  const { operation, request, response } = exchange
  const tell = (title: string, details: readonly string[] = []) =>
    context.tell({ kind: 'document', title, details, file })
  const differ = (what: string) => tell(`${operation} ${response.status}: ${what}`)
  if (operation === 'unknown')
    tell(`openapi.yaml has no ${request.method} of such a path`, [request.path.replaceAll(/[0-9a-f-]{36}/g, '{id}')])
  else if (answerTypes(operation, response.status) === undefined)
    differ(`openapi.yaml does not give it this status, only ${answerStatuses(operation).join(', ')}`)
  else checkAnswer(exchange, differ, context)
}

const checkNotification = ({ body }: RecordedNotification, file: string, { beliefs, tell, seen }: Context): void => {
  const json = jsonOf(body)
  const { topic } = (json ?? {}) as { readonly topic?: unknown }
  const isKnown = typeof topic === 'string' && knownTopics.includes(topic)
  const where = isKnown ? `notification ${topic}` : 'notification'
  const differ = (what: string) => tell({ kind: 'document', title: `${where}: ${what}`, file })
  if (json === undefined) differ('the body is no JSON')
  else if (!isKnown) differ(`the topic ${String(topic)} is not in openapi.yaml`)
  else {
    const facts = seenOf(seen, where)
    checkJson(json, topicPlaces(topic), {
      beliefs,
      differ: (path, what) => differ(`${path} ${what}`),
      see: (fact) => facts.add(fact),
    })
  }
}

/** Compares recordings with openapi.yaml, and remembers what they show of it. */
export const createDocumentCheck = (
  beliefs: Beliefs,
  tell: Tell,
): { readonly check: (from: FromFile) => void; readonly tellUnseen: () => void } => {
  const seen: Seen = new Map()
  const context = { beliefs, tell, seen }
  return {
    check: ({ recording, file }: FromFile): void => {
      if (recording.kind === 'exchange') checkExchange(recording, file, context)
      else checkNotification(recording, file, context)
    },
    /** Tells what openapi.yaml has of the answers that were recorded, and no recording shows. */
    tellUnseen: (): void => {
      for (const [where, facts] of seen) {
        const [operation = '', status = ''] = where.split(' ')
        const places = operation === 'notification' ? topicPlaces(status) : answerPlaces(operation, Number(status))
        const isOwn = (fact: string) => fact !== '' && !(operation === 'notification' && fact.startsWith('topic = '))
        const unseen = [...new Set(everyFact(places))].filter((fact) => isOwn(fact) && !facts.has(fact))
        // What is inside something that was not seen was not seen either.
        const outermost = unseen.filter(
          (fact) =>
            !unseen.some(
              (other) => fact.startsWith(`${other}.`) || fact.startsWith(`${other}[`) || fact.startsWith(`${other} =`),
            ),
        )
        if (outermost.length > 0)
          tell({
            kind: 'document',
            rank: 'unseen',
            title: `${where}: ${outermost.length} ${outermost.length === 1 ? 'thing' : 'things'} of openapi.yaml not seen`,
            details: outermost,
          })
      }
    },
  }
}
