import type { Operation } from '../control-operation.js'

export const reset: Operation<'reset', 'reset' | 'outbox'> = async ({ request }, deps) => {
  const { sdkId } = request.body ?? {}
  await deps.reset(sdkId)
  deps.outbox.clear(request.body ?? {})
  return { status: 204 }
}
