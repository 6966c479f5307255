import type { Operation } from '../control-operation.js'

export const reset: Operation<'reset', 'reset'> = async ({ request }, deps) => {
  await deps.reset(request.body?.sdkId)
  return { status: 204 }
}
