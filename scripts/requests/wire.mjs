// Requests as they are written, and answers as they arrive: with their header lines in order and in their case.
import { Agent, request } from 'node:http'
import { connect } from 'node:net'

// As every client of the other side: neither port is in an answer, a journal or a page.
const patience = 10_000
const host = '127.0.0.1:9684'

/** One connection that is kept open, so that answers are of one order. */
export const createWire = (port) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  /** @param {{ method?: string, path: string, headers?: Record<string, string>, body?: string | Buffer | undefined }} request */
  const send = ({ method = 'GET', path, headers = {}, body }) =>
    new Promise((resolve) => {
      const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
      const options = { agent, host: '127.0.0.1', port, method, path, headers: { Host: host, ...length, ...headers } }
      const outgoing = request(options, (answer) => {
        const chunks = []
        const finish = (error) => {
          const { statusCode: status, statusMessage, rawHeaders } = answer
          resolve({ status, statusMessage, headers: headerLines(rawHeaders), body: Buffer.concat(chunks), error })
        }
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () => finish())
        answer.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) => finish(code))
      })
      outgoing.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
        resolve({ status: 0, headers: [], body: Buffer.alloc(0), error: code }),
      )
      outgoing.setTimeout(patience, () => outgoing.destroy(Object.assign(new Error(), { code: 'NO_ANSWER' })))
      outgoing.end(body)
    })

  /** Sends bytes as they are, reads until the server closes. @param {string | Uint8Array} bytes */
  const exchange = async (bytes) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.setTimeout(patience, () => socket.destroy())
    socket.write(bytes)
    const chunks = await socket.toArray().catch(() => [])
    const [head = '', ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
    const [statusMessage = '', ...lines] = head.split('\r\n')
    const headers = lines.filter((line) => !line.startsWith('Date: '))
    return {
      status: Number(statusMessage.split(' ')[1] ?? 0),
      statusMessage,
      headers,
      body: Buffer.from(rest.join('\r\n\r\n'), 'latin1'),
    }
  }

  return { send, exchange, close: () => agent.destroy() }
}

/** `Name: value` of each header but Date. */
export const headerLines = (raw) => {
  const lines = []
  for (let at = 0; at < raw.length; at += 2) if (raw[at] !== 'Date') lines.push(`${raw[at]}: ${raw[at + 1]}`)
  return lines
}
