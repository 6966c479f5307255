// Requests made from both OpenAPI documents: valid ones, nearly valid ones, damaged ones.
import { png, upload } from './orders.mjs'
import { api } from './session-calls.mjs'
import { demoId } from './sign.mjs'
import { damage, makeValue, spoil } from './values.mjs'

const methods = ['get', 'put', 'post', 'delete', 'patch']
// Costly to draw, so they come less often.
const costly = ['getMediaContent', 'getInstructionsPdf', 'describeShapes', 'listScenarios']
// Lets go what is held, so that attempts would race with the requests that follow.
const racing = ['releaseNotifications']
/** Answers that do not end. */
const endless = ['streamEvents']

export const operationsOf = (document, surface) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (operation === undefined || [...racing, ...endless].includes(operation.operationId)) return []
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
        one.$ref === undefined ? one : document.components.parameters[one.$ref.split('/').at(-1)],
      )
      const weight = costly.includes(operation.operationId) ? 1 : surface === 'yoti' ? 6 : 2
      const one = {
        surface,
        document,
        path,
        method: method.toUpperCase(),
        operation,
        parameters,
        isSandbox: item.servers !== undefined,
      }
      return Array.from({ length: weight }, () => one)
    }),
  )

const pathOf = ({ surface, path, isSandbox }, context) => {
  const { random, sessionIds, pathValues, scenarioIds } = context
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const values = { ...pathValues, sessionId: sessionIds, scenarioId: scenarioIds }[name] ?? ['x']
    return encodeURIComponent(random.chance(0.03) ? random.pick(['', 'é', '%', 'a b', '..']) : random.pick(values))
  })
  if (surface === 'control') return `/__mock${filled}`
  const sandbox = isSandbox === random.chance(0.95) ? '/sandbox' : ''
  const scenario = random.chance(0.08) ? `/scenario/${encodeURIComponent(random.pick(scenarioIds))}` : ''
  return `${scenario}${sandbox}${api}${filled}`
}

const callers = [
  {},
  {},
  {},
  { sdkId: 'gen-a' },
  { sdkId: 'gen-a' },
  { sdkId: 'gen-b', nonce: '1', timestamp: '2' },
  { sdkId: demoId, nonce: '1', timestamp: '2', signs: true },
  { sdkId: demoId, nonce: '1', timestamp: '2' },
  { nonce: '' },
]

const queryOf = ({ surface, parameters, operation, document }, { signs: _, ...caller }, context) => {
  const { random } = context
  const query = new URLSearchParams(surface === 'yoti' ? caller : {})
  for (const { name, in: place, schema, example, required } of parameters)
    if (place === 'query' && !['sdkId', 'nonce', 'timestamp'].includes(name) && (required || random.chance(0.3)))
      query.set(name, String(example ?? makeValue(schema, { ...context, document }, 0, name)))
  if (surface === 'control' && parameters.some(({ name }) => name === 'sdkId') && random.chance(0.3))
    query.set('sdkId', 'gen-a')
  if (random.chance(0.04)) query.append(random.pick(['colour', 'sdkId', 'limit']), random.pick(['', 'red', '7']))
  // These wait for real seconds unless they are told not to.
  if (/^await/.test(operation.operationId)) query.set('timeout', '0.001')
  return query.size === 0 ? '' : `?${query}`
}

export const bodyOf = ({ operation, document }, level, context) => {
  const { random } = context
  const content = operation.requestBody?.content
  if (content === undefined) return random.chance(0.03) ? { body: '{}' } : {}
  if (content['multipart/form-data'] !== undefined) {
    const whole = upload(png('a generated face'), random.pick(['image/png', 'image/jpeg', 'text/plain']))
    // A body that ends too early once ended the older server.
    return level === 'valid'
      ? whole
      : { ...whole, body: Buffer.from(spoil('{"not": "multipart"}', random)), headers: {} }
  }
  const { schema, examples = {} } = content['application/json']
  const written = Object.values(examples).map(
    (one) => (one.$ref ? document.components.examples[one.$ref.split('/').at(-1)] : one).value,
  )
  const example = random.pick([undefined, ...written])
  const value = tame(
    random.chance(0.6) && example !== undefined ? example : makeValue(schema, { ...context, document }),
    operation,
    context,
  )
  if (level === 'valid') return { body: JSON.stringify(value) }
  if (level === 'nearly') return { body: JSON.stringify(tame(damage(value, random), operation, context)) }
  return random.chance(0.2) ? {} : { body: spoil(JSON.stringify(value), random) }
}

/** Takes from a body what would reach other hosts, wait, or spoil every answer that follows. */
export const tame = (value, { operationId }, { random, receiverUrl }) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  if (operationId === 'addFault') {
    const { delay, slowBody, ...rest } = value
    const quick = { ...rest, ...(delay !== undefined && { delay: 2 }), ...(slowBody !== undefined && { slowBody: 2 }) }
    return { times: 1 + random.below(2), ...quick }
  }
  if (typeof value.notifications?.endpoint === 'string' && !value.notifications.endpoint.startsWith(receiverUrl))
    return { ...value, notifications: { ...value.notifications, endpoint: `${receiverUrl}/ok` } }
  return value
}

export const requestOf = (context, key) => {
  const { random } = context
  const one = random.pick(context.operations)
  const level = random.pick(['valid', 'valid', 'valid', 'nearly', 'nearly', 'damaged'])
  const caller = random.pick(callers)
  /** @type {{ body?: string | Buffer, headers?: Record<string, string> }} */
  const { body, headers = {} } = bodyOf(one, level, context)
  /** @type {Record<string, string>} */
  const more = {}
  if (body !== undefined && random.chance(0.3) && !headers['Content-Type'])
    more['Content-Type'] = random.pick([
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'application/xml',
    ])
  if (random.chance(0.06)) more['X-Mock-Yoti-Scenario'] = random.pick([...context.scenarioIds, 'no-such'])
  if (random.chance(0.04)) more['X-Yoti-Auth-Token'] = random.pick(context.tokens)
  if (random.chance(0.02)) more['X-Yoti-Auth-Digest'] = 'bm9uc2Vuc2U='
  const method =
    level === 'damaged' && random.chance(0.2)
      ? random.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
      : one.method
  const path = pathOf(one, context)
  const target =
    level === 'damaged' && random.chance(0.1) ? path.replace(/s(?=\/|$)/, random.pick(['', 'z', '/'])) : path
  const request = { method, path: `${target}${queryOf(one, caller, context)}`, headers: { ...headers, ...more }, body }
  return {
    operationId: one.operation.operationId,
    operation: one.operation,
    level,
    request: caller.signs && one.surface === 'yoti' ? { ...request, key } : request,
  }
}
