import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { demo, type RunningMockYoti, startMockYoti } from '../server/index.js'
import type { Description } from './description.js'
import type { Values } from './fill.js'
import { findFreePort, type ServiceProcess, startService } from './service-process.js'

/** A JSON body that the service posted to {{callbackUrl}}. */
export type Callback = { readonly body: unknown }

/** One mock-yoti with one service: stories of different lanes do not meet. */
export type Lane = {
  readonly mock: RunningMockYoti
  /** The present process of the service. */
  readonly service: () => ServiceProcess
  readonly restart: () => Promise<void>
  readonly values: Values
  readonly callbacks: Callback[]
  readonly close: () => Promise<void>
}

/** Takes what the service posts, for services whose decision is a call that they make. */
const startCallbacks = async () => {
  const callbacks: Callback[] = []
  const server = createServer((request, response) => {
    request.toArray().then(
      (chunks) => {
        const text = Buffer.concat(chunks).toString('utf8')
        try {
          callbacks.push({ body: JSON.parse(text) })
        } catch {
          callbacks.push({ body: text })
        }
        response.writeHead(204).end()
      },
      () => response.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { callbacks, server }
}

const portOf = (server: Server) => (server.address() as { port: number }).port

/**
 * Starts a mock-yoti and the service.
 * @param folder where scenario files and the key are written
 */
export const openLane = async (description: Description, folder: string): Promise<Lane> => {
  const mock = await startMockYoti({
    visits: 'manual',
    scenarios: join(folder, 'scenarios'),
    journalSize: 5000,
    port: description.service.mock_port ?? 0,
    // The waits between attempts are real time, which stories do not have.
    notifyRetries: 3,
  })
  const { callbacks, server } = await startCallbacks()
  const keyFile = join(folder, 'key.pem')
  await writeFile(keyFile, demo.privateKey, { mode: 0o600 })
  const values = {
    port: String(await findFreePort()),
    callbackUrl: `http://127.0.0.1:${portOf(server)}/`,
    'yoti.url': mock.url,
    'yoti.apiUrl': mock.apiUrl,
    'yoti.sdkId': demo.sdkId,
    'yoti.keyFile': keyFile,
    'yoti.key': demo.privateKey,
  }
  const closeMock = async () => {
    server.close()
    server.closeAllConnections()
    await mock.close()
  }
  try {
    let service = await startService(description, values)
    return {
      mock,
      values,
      callbacks,
      service: () => service,
      restart: async () => {
        await service.end()
        service = await startService(description, values)
      },
      close: async () => {
        await service.end()
        await closeMock()
      },
    }
  } catch (error) {
    await closeMock()
    throw error
  }
}
