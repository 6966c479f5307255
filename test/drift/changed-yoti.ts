import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer on its way to the client, or a notification on its way to the receiver. */
export type Message = {
  readonly method: string
  /** Below the base, without its query; `/notifications` for a notification. */
  readonly path: string
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** Changes a message; what it returns is sent in its place, for notifications each of several. */
export type Change = (message: Message) => undefined | readonly Message[]

/** A change of the JSON of answers with a status of success whose path fits. */
export const inJson =
  (path: RegExp, change: (json: never) => unknown): Change =>
  (message) => {
    if (!path.test(message.path) || message.body.length === 0 || !/json/.test(message.headers['content-type'] ?? ''))
      return undefined
    const json = JSON.parse(message.body.toString()) as never
    const changed = change(json)
    message.body = Buffer.from(JSON.stringify(changed === undefined ? json : changed))
    return undefined
  }

/** A Yoti that is like mock-yoti but for one change. */
export type ChangedYoti = AsyncDisposable & {
  readonly apiUrl: string
  /** Where the notifications of mock-yoti go: they are passed on to the receiver. */
  readonly hook: string
}

const passed = ['x-yoti-auth-digest', 'content-type', 'accept']

/** @param receiver where notifications are passed on to */
export const openChangedYoti = async (
  mockUrl: string,
  receiver: () => string,
  change: Change,
): Promise<ChangedYoti> => {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const { method = 'GET', url = '/' } = request
    if (url === '/notifications') {
      const message: Message = { method, path: url, status: 200, headers: { 'content-type': 'application/json' }, body }
      for (const one of change(message) ?? [message])
        await fetch(receiver(), { method: 'POST', headers: one.headers, body: new Uint8Array(one.body) })
      response.end()
      return
    }
    const headers = Object.fromEntries(
      passed.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]])),
    )
    const answer = await fetch(`${mockUrl}${url}`, {
      method,
      headers,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    const message: Message = {
      method,
      path: url.replace(/^\/idverify\/v1/, '').split('?')[0] ?? '',
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => /^(?:content-type|x-)/.test(name))),
      body: Buffer.from(await answer.arrayBuffer()),
    }
    change(message)
    response.writeHead(message.status, message.headers).end(message.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/idverify/v1`,
    hook: `http://127.0.0.1:${port}/notifications`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
