import { clocksAsTaken, type Snapshot } from '../../state/snapshot.js'
import { readSnapshot } from '../../state/snapshot-document.js'
import type { ControlDeps, Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'

/** What belongs to others is no part of an application's state. @throws YotiError PAYLOAD_VALIDATION */
const assertOwn = async ({ sdkId, ...parts }: Snapshot, { sessions }: Pick<ControlDeps, 'sessions'>) => {
  if (sdkId === undefined) return
  const foreign = (property: string, owner = 'nobody') => ({
    property,
    message: `belongs to ${owner}, and the state is about the application '${sdkId}'`,
  })
  const judge = (property: string, items: readonly { readonly sdkId?: string }[]) =>
    items.flatMap((item, index) => (item.sdkId === sdkId ? [] : [foreign(`${property}[${index}]`, item.sdkId)]))
  throwIfInvalid([
    ...judge('sessions', parts.sessions),
    ...judge('applications', parts.applications),
    ...judge('clocks.own', parts.clocks.own),
    ...judge('responses', parts.responses),
    ...judge('nextSessions', parts.nextSessions),
    ...judge('deliveries', parts.deliveries),
    ...judge('holds', parts.holds),
    ...judge('tokens', parts.tokens),
    ...judge(
      'faults',
      parts.faults.map(({ rule }) => rule),
    ),
  ])
  for (const [index, { id }] of parts.sessions.entries()) {
    const kept = await sessions.find(id)
    if (kept !== undefined && kept.session.sdkId !== sdkId)
      throwIfInvalid([foreign(`sessions[${index}]`, `${kept.session.sdkId} on this server`)])
  }
}

export const putState: Operation<'putState', 'snapshots' | 'sessions' | 'clocks' | 'catalogue'> = async (
  { request },
  deps,
) => {
  const snapshot = await readSnapshot(request.body, deps.catalogue)
  await assertOwn(snapshot, deps)
  const { unmoved } = await deps.clocks.read()
  const clocks = request.query?.time === 'passed' ? snapshot.clocks : clocksAsTaken(snapshot, unmoved)
  await deps.snapshots.restore({ ...snapshot, clocks })
  return { status: 204 }
}
