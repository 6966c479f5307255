import type { MockYotiOptions } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { atHomeOrder, inBranchOrder, type Order } from './orders.js'
import { openReceiver, type Receiver } from './receiver.js'
import { startServer } from './server.js'

/** The topics that One Login subscribes to, in the order in which they come. */
export const branchTopics: string[] = ['first_branch_visit', 'thank_you_email_requested', 'session_completion']

type Server = Awaited<ReturnType<typeof startServer>>

export type NotifiedServer = Server & {
  readonly receiver: Receiver
  /** Creates a session, in a branch unless said, whose application is told of the topics at the receiver. */
  readonly create: (
    notifications?: Order['notifications'],
    options?: { sdkId?: string; atHome?: boolean; scenario?: string },
  ) => Promise<string>
}

/** A server whose visits happen when the control API says so, and a receiver of its notifications. */
export const openNotified = async (
  options: MockYotiOptions = {},
  statuses: readonly number[] = [],
): Promise<NotifiedServer> => {
  const server = await startServer({ visits: 'manual', ...options })
  const receiver = await openReceiver(statuses)
  const create: NotifiedServer['create'] = async (notifications = {}, { sdkId, atHome = false, scenario } = {}) => {
    const order = atHome ? atHomeOrder : inBranchOrder
    const told = { endpoint: receiver.url, topics: branchTopics, ...notifications }
    const answer = await fetch(`${server.apiUrl}/sessions${sdkId === undefined ? '' : `?sdkId=${sdkId}`}`, {
      method: 'POST',
      headers: scenario === undefined ? {} : { 'X-Mock-Yoti-Scenario': scenario },
      body: JSON.stringify(order({ notifications: told })),
    })
    if (answer.status !== 201) throw new Error(`creating answered ${answer.status}: ${await answer.text()}`)
    return ((await answer.json()) as Schema<'CreatedSession'>).session_id
  }
  const close = async () => {
    await server.close()
    await receiver[Symbol.asyncDispose]()
  }
  return { ...server, receiver, create, close, [Symbol.asyncDispose]: close }
}
