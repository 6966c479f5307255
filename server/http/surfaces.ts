import { YotiError } from '../base/errors.js'
import { issueToken } from '../oauth/issue-token.js'
import type { Surface } from '../openapi/validators.js'
import { answerControl } from './control-pipeline.js'
import type { Answer, AnswerDeps } from './exchange.js'
import { beginFault } from './fault-response.js'
import type { Incoming } from './parse-request.js'
import { routeNowhere } from './route.js'
import { answerYoti } from './yoti-pipeline.js'

const answerOauth = async ({ method, bytes, entry }: Omit<Incoming, 'target'>, deps: AnswerDeps): Promise<Answer> => {
  if (method !== 'POST') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'POST' } })
  entry.operation = 'issueToken'
  entry.verdict = 'refused'
  const { sdkId, note, ...issued } = await issueToken(await bytes(), deps.oauth)
  entry.verdict = note === undefined ? 'verified' : 'unverified'
  entry.sdkId = sdkId
  entry.note = note
  const byFault = beginFault(deps.control.faults.decide({ operation: 'issueToken', sdkId }), entry)
  if (byFault !== undefined) return byFault
  return { ...issued, operation: { surface: 'oauth', operationId: 'issueToken' } }
}

const document = async (method: string, of: Surface): Promise<Answer> => {
  if (method !== 'GET') throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'GET' } })
  const { default: body } =
    of === 'yoti'
      ? await import('../openapi/generated/yoti.json', { with: { type: 'json' } })
      : await import('../openapi/generated/control.json', { with: { type: 'json' } })
  return { status: 200, body }
}

const answerPage = async ({ method, query, bytes }: Omit<Incoming, 'target'>, deps: AnswerDeps): Promise<Answer> => {
  if (!['GET', 'HEAD', 'POST'].includes(method))
    throw new YotiError('METHOD_NOT_ALLOWED', { headers: { Allow: 'GET, POST' } })
  // Most servers never show a page.
  const { userView } = await import('../pages/user-view.js')
  const form = method === 'POST' ? new URLSearchParams((await bytes()).toString('utf8')) : undefined
  const { status, headers, html } = await userView(query, form, deps.control)
  return { status, page: { headers, html } }
}

/** Decides what a request is answered. @throws YotiError for every answer that is not a success */
export const answer = async ({ target, ...request }: Incoming, deps: AnswerDeps): Promise<Answer> => {
  switch (target.surface) {
    case 'yoti':
      return answerYoti({ ...request, target }, deps)
    case 'control':
      return answerControl({ ...request, target }, deps)
    case 'document':
      return document(request.method, target.of)
    case 'page':
      return answerPage(request, deps)
    case 'oauth':
      return answerOauth(request, deps)
    case 'none':
      return routeNowhere(request.method, target.path)
  }
}
