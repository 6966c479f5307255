import { inBranchOrder, type Order } from './orders.js'
import { demo, demoQuery, messageOf, type RawAnswer, sendRaw, sign } from './signing.js'

/** Creates a session of the demo application, signed, whose notifications go to the endpoint. */
export const signedOrder = (apiUrl: string, endpoint: string): Promise<RawAnswer> =>
  sendOrder(apiUrl, { notifications: { endpoint, topics: ['SESSION_COMPLETION'] } })

/** Creates an in-branch session of the demo application, signed, with these changes to the order. */
export const sendOrder = (apiUrl: string, changes: Partial<Order>): Promise<RawAnswer> => {
  const body = JSON.stringify(inBranchOrder(changes))
  const path = `/sessions?${demoQuery(crypto.randomUUID())}`
  return sendRaw(apiUrl, {
    method: 'POST',
    target: `${new URL(apiUrl).pathname}${path}`,
    headers: { 'X-Yoti-Auth-Digest': sign(messageOf('POST', path, body), demo.privateKey) },
    body,
  })
}
