import { YotiError } from '../base/errors.js'
import { type IssueDeps, issueToken, readTokenRequest } from '../oauth/issue-token.js'
import type { Changes, State } from '../state/state.js'
import { assertMayTry } from '../state/tries.js'
import { applyRules } from './apply-faults.js'
import type { Handle } from './exchange.js'
import { allowHeader, tokenMethods } from './methods.js'

/** What the token endpoint is answered with. */
export type TokenDeps = IssueDeps & { readonly state: Pick<State, 'load' | 'commit'> }

const operation = 'issueToken'

/** Answers a request to the token endpoint. The numbers are the statuses of what each step refuses, in their order. */
export const handleToken =
  ({ state, ...deps }: TokenDeps): Handle<'oauth'> =>
  async ({ method, bytes, entry }) => {
    if (method !== 'POST') throw new YotiError('METHOD_NOT_ALLOWED', { headers: allowHeader(tokenMethods) }) // 405
    entry.operation = operation
    entry.verdict = 'refused'
    const request = await readTokenRequest(await bytes()) // 400
    const { sdkId } = request
    for (let tried = 0; ; tried += 1) {
      assertMayTry(tried) // 503
      const claim = { access: 'open', sdkId, bearer: undefined, clientToken: undefined, nonce: undefined } as const
      const context = await state.load({ claim, operation, sessionId: undefined })
      const { body, note, token } = await issueToken(request, context.caller, deps) // 400, 401
      entry.verdict = note === undefined ? 'verified' : 'unverified'
      entry.sdkId = sdkId
      entry.note = note
      const changes: Changes = { token }
      const call = { operation, sdkId, sessionId: undefined }
      const byRule = applyRules(context, { call, changes, entry })
      if (await state.commit(context, changes))
        return byRule ?? { status: 200, body, operation: { surface: 'oauth', operationId: operation } }
    }
  }
