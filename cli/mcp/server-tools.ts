import { UsageError } from '../../server/base/errors.js'
import { listDocs, readDoc } from './docs.js'
import { about, flag, given, list, object, oneOf, type Tool, text, tool } from './tool.js'

const shownProblems = 3

const getStatus = tool<Record<string, never>>({
  name: 'get_status',
  title: 'Status of the mock',
  description:
    'What runs and where: version, base URLs to give to code, clock, signature policy, counts, and what needs attention (refused signatures, requests that no operation answers, failed webhooks). Call it first.',
  input: { properties: {} },
  output: {
    properties: {
      version: text,
      addresses: object,
      settings: object,
      clock: object,
      counts: object,
      attention: object,
    },
    required: ['version', 'addresses', 'settings', 'clock', 'counts', 'attention'],
  },
  hints: { readOnlyHint: true },
  run: async (_args, { control }) => {
    const [{ version }, settings, clock, requests, sessions, deliveries] = await Promise.all([
      control.version(),
      control.settings(),
      control.clock.get(),
      control.requests.summaries(),
      control.sessions.list({ limit: 1000 }),
      control.notifications.summaries(),
    ])
    const refused = requests.requests.filter(({ verdict }) => verdict === 'refused')
    const unmatched = requests.requests.filter(({ matched }) => !matched)
    const failed = deliveries.notifications.filter(({ status }) => status === 'failed')
    const last = <Item>(items: readonly Item[]) => ({ count: items.length, last: items.slice(-shownProblems) })
    const value = (name: string) => settings.settings[name]?.value
    return {
      version,
      addresses: settings.addresses,
      settings: { signatures: value('signatures'), visits: value('visits'), scenario: value('scenario') },
      clock,
      counts: { requests: requests.total, sessions: sessions.length, deliveries: deliveries.total },
      attention: { refused: last(refused), unmatched: last(unmatched), failed_webhooks: last(failed) },
    }
  },
})

type Order = { action: 'advance' | 'set' | 'freeze' | 'resume' | 'reset'; by?: string; now?: string; sdkId?: string }

const controlServer = tool<Order>({
  name: 'control_server',
  title: 'Clock and reset',
  description:
    'Moves the clock (advance by an ISO-8601 duration, set to an instant, freeze, resume) or forgets everything (reset). Sessions, deadlines and webhooks live by the clock; only reset goes back. With sdkId only that application is meant.',
  input: {
    properties: {
      action: oneOf(['advance', 'set', 'freeze', 'resume', 'reset'], 'what to do'),
      by: about('for advance: a duration such as PT1H or P28D'),
      now: about('for set: an RFC 3339 instant that is not before the present'),
      sdkId: about('only this application'),
    },
    required: ['action'],
  },
  output: { properties: { clock: object, became_due: list }, required: ['clock', 'became_due'] },
  hints: { readOnlyHint: false, destructiveHint: true },
  run: async ({ action, by, now, sdkId }, { control }) => {
    const of = given({ sdkId })
    const before = (await control.notifications.summaries(of)).total
    if (action === 'advance') {
      if (by === undefined) throw new UsageError('advance needs by: a duration such as PT1H')
      await control.clock.advance(by, of)
    } else if (action === 'set') {
      if (now === undefined) throw new UsageError('set needs now: an instant such as 2026-03-04T12:00:00Z')
      await control.clock.set(now, of)
    } else if (action === 'reset') await control.reset(of)
    else await control.clock[action](of)
    const { notifications } = await control.notifications.summaries(of)
    return { clock: await control.clock.get(of), became_due: notifications.slice(before) }
  },
})

const readDocs = tool<{ name?: string }>({
  name: 'read_docs',
  title: 'Read the documentation',
  description: 'Without a name: the pages there are. With a name: one page as Markdown. Start with agents.',
  input: {
    properties: { name: about('a page, such as agents, control, scenarios, signatures, notifications, faults') },
  },
  output: { properties: { pages: { type: 'array', items: text }, name: text, markdown: text }, required: [] },
  hints: { readOnlyHint: true },
  run: async ({ name }) => (name === undefined ? { pages: await listDocs() } : { name, markdown: await readDoc(name) }),
})

type FaultOrder = { action: 'list' | 'add' | 'remove' | 'clear'; id?: string; rule?: object; sdkId?: string }

const faults = tool<FaultOrder>({
  name: 'faults',
  title: 'Make answers fail',
  description:
    'Rules that spoil answers: a status, a code of Yoti, a delay, a reset or a broken body, for an operation, an application or a session, after, every or times so many. Examples of a rule: {"operation":"getSession","status":503,"times":2}; {"delay":"PT2S"}; {"operation":"createSession","spoil":"reset-before"}.',
  input: {
    properties: {
      action: oneOf(['list', 'add', 'remove', 'clear'], 'what to do'),
      id: about('for remove: the id of the rule'),
      rule: about('for add: see docs/faults', object),
      sdkId: about('for list and clear: only rules of this application'),
    },
    required: ['action'],
  },
  output: { properties: { faults: list, added: object, done: flag }, required: ['faults'] },
  hints: { readOnlyHint: false, destructiveHint: false },
  run: async ({ action, id, rule, sdkId }, { control }) => {
    const of = given({ sdkId })
    if (action === 'add') {
      const added = await control.faults.add(rule ?? {})
      return { added, faults: await control.faults.list(of) }
    }
    if (action === 'remove') {
      if (id === undefined) throw new UsageError('remove needs id: list shows the ids')
      await control.faults.remove(id)
    }
    if (action === 'clear') await control.faults.clear(of)
    return { faults: await control.faults.list(of) }
  },
})

export const serverTools: readonly Tool[] = [getStatus, controlServer, faults, readDocs]
