import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { AppliedFault } from '../faults/fault.js'
import { readSpan } from '../faults/span.js'
import type { Sent } from '../journal/entry.js'
import { spoil } from './spoil.js'

/** In how many pieces a slow body is sent. */
const pieces = 10

/** Milliseconds between the half of a body and the reset. */
const untilReset = 20

/** Waits, but not for a client that is gone. */
const pause = async (milliseconds: number, response: ServerResponse) => {
  if (milliseconds === 0 || response.closed) return
  const gone = new AbortController()
  const leave = () => gone.abort()
  response.once('close', leave)
  await setTimeout(milliseconds, undefined, { signal: gone.signal }).catch(() => undefined)
  response.off('close', leave)
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

const writeSlowly = async (response: ServerResponse, bytes: Uint8Array, milliseconds: number): Promise<void> => {
  if (milliseconds === 0) return write(response, bytes)
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  for (let at = 0; at < bytes.length && !response.closed; at += size) {
    await write(response, bytes.subarray(at, at + size))
    await pause(milliseconds / pieces, response)
  }
}

/**
 * Writes an answer as a fault has it: late, slowly, spoilt, or not at all.
 * @returns what was sent; undefined when nothing was
 */
export const sendSpoiled = async (
  response: ServerResponse,
  sent: Sent,
  { rule, delay }: AppliedFault,
): Promise<Sent | undefined> => {
  const { socket } = response
  await pause(delay, response)
  if (response.closed || socket === null) return undefined
  if (rule.spoil === 'reset-before') {
    reset(socket)
    return undefined
  }
  const spoilt = spoil(sent, rule)
  const { status, headers, bytes = Buffer.alloc(0) } = spoilt
  response.writeHead(status, headers).flushHeaders()
  if (bytes.length > 0) await writeSlowly(response, bytes, readSpan(rule.slowBody ?? 0) ?? 0)
  if (rule.spoil === 'reset-during') {
    // A reset that arrives with the bytes before it is an end to many clients.
    await pause(untilReset, response)
    reset(socket)
  } else if (rule.spoil === 'truncated-body') socket.destroySoon()
  else response.end()
  return spoilt
}
