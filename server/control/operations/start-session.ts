import type { PropertyError } from '../../base/errors.js'
import { withFaceSearch } from '../../engine/faces/search.js'
import { getScenario } from '../../engine/scenarios/scenario-by-id.js'
import { notificationErrors, readNotifications } from '../../engine/sessions/notification-subscription.js'
import { startSession as start } from '../../engine/sessions/start-session.js'
import { scheduleVisit } from '../../engine/sessions/transitions.js'
import type { ControlSchema } from '../../openapi/schema.js'
import { tryUntilDone } from '../../state/tries.js'
import type { Operation } from '../control-operation.js'
import { throwIfInvalid } from '../known-names.js'
import { showSession } from '../show-session.js'

type Order = Parameters<typeof readNotifications>[0]

/** The subscription, in the form of the create request. */
const orderOf = ({ notifications }: ControlSchema<'SessionStart'>): Order =>
  notifications === undefined ? {} : { notifications: { ...notifications } }

const misplaced = (isInBranch: boolean, { instructions }: ControlSchema<'SessionStart'>): PropertyError[] =>
  instructions !== undefined && !isInBranch
    ? [{ property: 'instructions', message: 'belongs to a session in a branch; this one is at home' }]
    : []

export const startSession: Operation<
  'startSession',
  'commit' | 'clocks' | 'catalogue' | 'visitPolicy' | 'ids' | 'tally' | 'faceRegisters'
> = async ({ request, address }, { commit, clocks, catalogue, visitPolicy, ids, tally, faceRegisters }) => {
  const { scenario: id, kind, sdkId, instructions, visits } = request.body
  const scenario = getScenario(id, 'scenario', catalogue)
  const order = orderOf(request.body)
  throwIfInvalid(notificationErrors(order, false))
  const notifications = readNotifications(order)
  const { now } = await clocks.read(sdkId)
  const { register } = await faceRegisters.find(sdkId, [])
  const ordered = start({
    ids: { session: ids.random(), token: ids.random() },
    scenario,
    now,
    ...(kind !== undefined && { kind }),
    ...(sdkId !== undefined && { sdkId }),
    isWithoutInstructions: instructions === false,
    ...(notifications && { notifications }),
    ...(visits && { visits }),
  })
  const started = withFaceSearch(ordered, register)
  throwIfInvalid(misplaced(started.request.inBranch, request.body))
  const session = scheduleVisit(started, scenario, now, visitPolicy)
  await tryUntilDone(async () => commit({}, { session: { put: session } }))
  tally.session(scenario.id)
  return { status: 201, body: showSession(session, now, address) }
}
