import { type NearMiss, YotiError } from '../base/errors.js'
import { describeDifference } from '../openapi/difference.js'
import { sandboxOperations } from '../openapi/generated/operations.js'
import type { ControlOperationId, YotiOperationId } from '../openapi/operation.js'
import { controlRouter, type Match, type Route, type Router, yotiRouter } from '../openapi/router.js'
import type { Exchange, Handle } from './exchange.js'
import { allowHeader, routedMethod } from './methods.js'
import { isSandbox, yotiBase } from './target.js'

type Found<Id extends string> = Extract<Match<Id>, { kind: 'operation' }>
type Nearest = Route & { readonly operationId: string }

const decode = (name: string, value: string) => {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new YotiError('MALFORMED_REQUEST', {
      errors: [{ property: name, message: 'is not percent-encoded correctly' }],
    })
  }
}

const nearMiss = (asked: Route, base: string, { operationId, ...nearest }: Nearest): NearMiss => ({
  operation: operationId,
  method: nearest.method,
  path: `${base}${nearest.path}`,
  difference: describeDifference(asked, nearest),
})

const whereThingsAre = `Yoti's API is below ${yotiBase} (GET ${yotiBase}/sessions/all-approve), the control API below /__mock, its documents are /openapi.json and /__mock/openapi.json, and / in a browser shows the console`

/** @throws YotiError for a base itself, to which no operation is near */
const assertNotBare = (method: string, base: string, path: string) => {
  if (path !== '/' && path !== '') return
  throw new YotiError('NOT_FOUND', {
    message: `Nothing answers ${method} ${base}${path}. ${whereThingsAre}`,
  })
}

const find = <Id extends string>(router: Router<Id>, method: string, base: string, path: string): Found<Id> => {
  const match = router(routedMethod(method), path)
  if (match.kind === 'operation') {
    if (!path.includes('%')) return match
    const parameters = Object.entries(match.parameters).map(([name, value]) => [name, decode(name, value)])
    return { ...match, parameters: Object.fromEntries(parameters) }
  }
  assertNotBare(method, base, path)
  const nearest = nearMiss({ method, path }, base, match.nearest)
  const suggestion = `Did you mean ${nearest.method} ${nearest.path}?`
  if (match.kind === 'other-method')
    throw new YotiError('METHOD_NOT_ALLOWED', {
      message: `${method} is not an operation on ${base}${path}. ${suggestion}`,
      headers: allowHeader(match.allow),
      nearest,
    })
  throw new YotiError('NOT_FOUND', {
    message: `No operation answers ${method} ${base}${path}. ${match.isClose ? suggestion : whereThingsAre}`,
    nearest,
  })
}

/** The operation of Yoti's surface that a method and a path name. @throws YotiError NOT_FOUND or METHOD_NOT_ALLOWED */
export const routeYoti = ({ method, target: { base, path }, entry }: Exchange<'yoti'>): Found<YotiOperationId> => {
  const found = find(yotiRouter, method, base, path)
  if (!sandboxOperations.includes(found.operationId) || isSandbox(base)) {
    entry.operation = found.operationId
    entry.sessionId = found.parameters['sessionId']
    return found
  }
  throw new YotiError('NOT_FOUND', {
    message: `Only the sandbox answers ${method} ${path}: its base path is /sandbox${yotiBase}, not ${base}`,
  })
}

/** The same for the control API. */
export const routeControl = ({ method, target: { base, path } }: Exchange<'control'>): Found<ControlOperationId> =>
  find(controlRouter, method, base, path)

/** Refuses a path outside the bases; the message names the operation that it would be below Yoti's base. */
export const routeNowhere: Handle<'none'> = ({ method, target: { path } }): never => {
  const below = path.replace(/^\/(?:sandbox\/)?(?:idverify\/)?(?:v\d+)?(?=\/)/, '')
  assertNotBare(method, '', path)
  const match = yotiRouter(method, below)
  const base = path.slice(0, path.length - below.length)
  const outside = base === '' ? `the base path ${yotiBase} is missing` : `the base path is ${base}, not ${yotiBase}`
  const meant = match.kind === 'operation' ? { operationId: match.operationId, method, path: below } : match.nearest
  const missed = nearMiss({ method, path: below }, yotiBase, meant)
  throw new YotiError('NOT_FOUND', {
    message: `No operation answers ${method} ${path}. ${
      match.kind === 'none' && !match.isClose ? whereThingsAre : `Did you mean ${missed.method} ${missed.path}?`
    }`,
    nearest: { ...missed, difference: [outside, missed.difference].filter((text) => text !== '').join('; ') },
  })
}
