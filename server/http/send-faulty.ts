import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createAbortController } from '../base/abort.js'
import type { AppliedFault } from '../faults/fault.js'
import { readSpan } from '../faults/span.js'
import type { Sent } from '../journal/entry.js'
import { corrupt } from './corrupt-response.js'

/** In how many pieces a slow body is sent. */
const pieces = 10

/** Milliseconds between the half of a body and the reset. */
const untilReset = 20

/** Waits, but not for a client that is gone. */
const pause = async (milliseconds: number, response: ServerResponse) => {
  if (milliseconds === 0 || response.closed) return
  const gone = createAbortController()
  const leave = () => gone.abort()
  response.once('close', leave)
  await setTimeout(milliseconds, undefined, { signal: gone.signal }).catch(() => undefined)
  response.off('close', leave)
}

/** The connection, once the answers before this one have left; nothing when it is gone before. */
const socketOf = async (response: ServerResponse): Promise<Socket | null> => {
  if (response.socket === null && !response.closed)
    await new Promise<void>((resolve) => {
      response.once('socket', () => resolve())
      response.once('close', () => resolve())
    })
  return response.socket
}

/** Cuts the connection with a TCP reset; one with TLS, where Node cannot reset, is just cut. */
const reset = (socket: Socket) => {
  if ('encrypted' in socket) socket.destroy()
  else socket.resetAndDestroy()
}

const write = (response: ServerResponse, bytes: Uint8Array) =>
  new Promise<void>((resolve) => {
    response.write(bytes, () => resolve())
  })

const inPieces = (bytes: Uint8Array): Uint8Array[] => {
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

/** Writes all but the last piece of a body; @returns the last */
const writeSlowly = async (response: ServerResponse, bytes: Uint8Array, milliseconds: number): Promise<Uint8Array> => {
  if (milliseconds === 0) return bytes
  const [last = bytes, ...before] = inPieces(bytes).reverse()
  for (const piece of before.reverse()) {
    if (!response.closed) await write(response, piece)
    await pause(milliseconds / pieces, response)
  }
  return last
}

/** Cuts the connection after what was written. */
const cutShort = async (response: ServerResponse, socket: Socket, isReset: boolean) => {
  if (!isReset) {
    socket.destroySoon()
    return
  }
  // A reset that arrives with the bytes before it is an end to many clients.
  await pause(untilReset, response)
  reset(socket)
}

/**
 * Writes an answer as a fault has it: late, slowly, corrupted, or not at all.
 * @returns what was sent; undefined when nothing was
 */
export const sendFaulty = async (
  response: ServerResponse,
  sent: Sent,
  { rule, delay }: AppliedFault,
): Promise<Sent | undefined> => {
  await pause(delay, response)
  const socket = await socketOf(response)
  if (response.closed || socket === null) return undefined
  // An answer without a body has no middle.
  if (rule.spoil === 'reset-before' || (rule.spoil === 'reset-during' && sent.bytes === undefined)) {
    reset(socket)
    return undefined
  }
  const faulty = corrupt(sent, rule)
  const { status, headers, bytes = Buffer.alloc(0) } = faulty
  response.writeHead(status, headers).flushHeaders()
  const last = await writeSlowly(response, bytes, readSpan(rule.slowBody ?? 0) ?? 0)
  const isCut = rule.spoil === 'reset-during' || rule.spoil === 'truncated-body'
  if (isCut && bytes.length > 0) {
    await write(response, last)
    await cutShort(response, socket, rule.spoil === 'reset-during')
  } else {
    // Not waited for: who has the answer finds it in the journal.
    response.end(last)
  }
  return faulty
}
