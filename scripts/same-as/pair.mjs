// Asks both servers the same and compares what they answer.
import { signed } from '../requests/sign.mjs'
import { createWire } from '../requests/wire.mjs'
import { firstDifference } from './report.mjs'
import { PairedIds } from './same-but-ids.mjs'

const asText = (bytes) => bytes.toString('latin1')

/** What differs between two answers, in words; undefined when nothing does. `differ` compares two texts. */
const differenceOf = (oldAnswer, newAnswer, differ) => {
  const line = ({ status, statusMessage, error }) => `${status} ${statusMessage}${error ? ` (${error})` : ''}`
  const [oldHeaders, newHeaders] = [oldAnswer, newAnswer].map(({ headers }) => headers.join('\n'))
  const body = differ(asText(oldAnswer.body), asText(newAnswer.body))
  if (line(oldAnswer) !== line(newAnswer))
    return `status: ${line(oldAnswer)} → ${line(newAnswer)}${body === undefined ? '' : `\nbody ${body}`}`
  const head = differ(oldHeaders, newHeaders)
  if (head === undefined && body === undefined) return undefined
  return [body && `body ${body}`, head && `headers ${head}`].filter(Boolean).join('\n')
}

/** The two servers, asked as one. Answers are the old one's; what is sent to the new one has its ids instead. */
export const createPair = ({ ports, receiver, report, label = '', headers: always = {} }) => {
  const ids = new PairedIds()
  const wires = { old: createWire(ports.old), new: createWire(ports.new) }
  const toNew = (text) => ids.toNew(text).replaceAll(receiver.url, receiver.urlOfNew)
  const bytesToNew = (body) => (typeof body === 'string' ? toNew(body) : body)
  const fromNew = (text) => text.replaceAll(receiver.urlOfNew, receiver.url)
  const differ = (oldText, newText) =>
    ids.same(oldText, fromNew(newText)) ? undefined : firstDifference(ids.toNew(oldText), fromNew(newText))
  let group = ''

  const compare = (what, oldAnswer, newAnswer) =>
    report.count(group, `${label}${what}`, differenceOf(oldAnswer, newAnswer, differ))

  /** @param {import('../requests/sign.mjs').Outgoing} request */
  const send = async (request) => {
    const whole = { ...request, headers: { ...always, ...request.headers } }
    const headers = Object.fromEntries(Object.entries(whole.headers).map(([name, value]) => [name, toNew(value)]))
    /** @type {typeof whole} */
    const ofNew = { ...whole, headers, path: toNew(whole.path), body: bytesToNew(whole.body) }
    if (whole.signs !== undefined) ofNew.signs = toNew(whole.signs)
    const [oldAnswer, newAnswer] = await Promise.all([wires.old.send(signed(whole)), wires.new.send(signed(ofNew))])
    const sent = request.body === undefined ? '' : ` ${String(request.body).slice(0, 200)}`
    compare(`${request.method ?? 'GET'} ${request.path}${sent}`, oldAnswer, newAnswer)
    return oldAnswer
  }

  /** Sends JSON; what is answered, parsed where it is JSON. */
  const call = async (method, path, json, more = {}) => {
    const body = json === undefined ? undefined : typeof json === 'string' ? json : JSON.stringify(json)
    const answer = await send({ method, path, body, ...more })
    try {
      return { ...answer, json: JSON.parse(answer.body.toString()) }
    } catch {
      return { ...answer, json: {} }
    }
  }

  /** Sends bytes on a connection of their own. */
  const exchange = async (bytes) => {
    const [oldAnswer, newAnswer] = await Promise.all([wires.old.exchange(bytes), wires.new.exchange(bytes)])
    compare(`raw ${JSON.stringify(bytes.toString('latin1').slice(0, 120))}`, oldAnswer, newAnswer)
  }

  /** Compares what both have received at the receiver: all of it, in its order. */
  const compareReceived = (what) => {
    const [oldOnes, newOnes] = [receiver.take('old'), receiver.take('new')]
    const write = (all) => all.map(({ line, headers, body }) => [line, ...headers, body].join('\n'))
    const [oldTexts, newTexts] = [write(oldOnes), write(newOnes)]
    for (let nth = 0; nth < Math.max(oldTexts.length, newTexts.length); nth += 1) {
      const [one = 'nothing', other = 'nothing'] = [oldTexts[nth], newTexts[nth]]
      report.count(group, `${label}received ${nth + 1} ${what}`, differ(one, other))
    }
  }

  return {
    ids,
    differ,
    send,
    call,
    exchange,
    compareReceived,
    receiverUrl: receiver.url,
    /** Names the group that is counted from here on. */
    begin: (name) => {
      group = name
    },
    show: (note) => report.show(group, note),
    close: () => {
      wires.old.close()
      wires.new.close()
    },
  }
}
