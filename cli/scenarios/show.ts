import { wrap } from '../../server/base/arguments.js'
import { systemClock } from '../../server/base/clock.js'
import { summarise } from '../../server/engine/results/summarise.js'
import type { ControlSchema } from '../../server/openapi/schema.js'
import { describeEvidence, type Evidence, scenarioEvidence } from '../../server/shapes/evidence.js'
import { raiseAnswer, readObservations } from '../../server/shapes/own-recordings.js'
import { answersOf } from '../../server/shapes/shape.js'
import type { CommandResult } from '../command.js'
import { type Column, table } from '../table.js'
import { outputWidth } from '../terminal.js'
import { loadCatalogue, scenarioNamed } from './load-catalogue.js'
import { lookAlikes } from './look-alikes.js'
import { mediaOf, type ShownMedia } from './media.js'
import { notificationsOf, type ShownNotification } from './notifications.js'
import type { Settings } from './settings.js'

type Shown = ControlSchema<'ScenarioDetail'> & {
  readonly media: readonly ShownMedia[]
  readonly notifications: readonly ShownNotification[]
  readonly looks_like: readonly string[]
  readonly evidence: Evidence
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines])

const labelWidth = 11

/** A fact with its label; what does not fit the line goes on below, between words. */
const fact = (label: string, text: string, width: number) =>
  wrap(text, width - labelWidth).map((line, index) => `${(index === 0 ? label : '').padEnd(labelWidth)}${line}`)

const indented = (text: string) => text.split('\n').map((line) => `  ${line}`)

const mediaColumns: readonly Column[] = [
  { title: 'ID', narrow: 'keep' },
  { title: 'TYPE', narrow: 'keep' },
  { title: 'WHAT IT IS', narrow: 'keep' },
]

const describe = (shown: Shown, width: number): string =>
  [
    `${shown.id}  [${shown.group}, ${shown.provenance}]`,
    ...wrap(shown.title, width),
    '',
    ...fact('Use when', shown.use_when, width),
    ...fact('Source', shown.source, width),
    ...fact('Evidence', describeEvidence(shown.evidence), width),
    `Session    ${shown.session_id}`,
    ...(shown.documents.length === 0 ? [] : fact('Documents', `${shown.id}@… ${shown.documents.join(', ')}`, width)),
    ...(shown.looks_like.length === 0 ? [] : fact('Looks like', shown.looks_like.join(', '), width)),
    ...section(`Result: ${shown.status}`, indented(JSON.stringify(shown.answer, null, 2))),
    ...(shown.media.length === 0
      ? []
      : section(
          'Media',
          indented(
            table(
              mediaColumns,
              shown.media.map(({ id, type, is }) => [id, type, is]),
            ),
          ),
        )),
    ...section(
      'Notifications, when subscribed to',
      shown.notifications.map(({ at, body }) => `  ${at}  ${JSON.stringify(body)}`),
    ),
    ...shown.media.flatMap(({ is, content }) =>
      content === undefined ? [] : section(`Media: ${is}`, indented(JSON.stringify(content, null, 2))),
    ),
  ].join('\n')

/** `mock-yoti scenarios show ID`: what a scenario answers, what each of its media is, and which others look the same. */
export const show = async (id: string, settings: Settings): Promise<CommandResult> => {
  const catalogue = await loadCatalogue(settings.scenarios)
  const scenario = scenarioNamed(catalogue, id)
  const { summary, session, status, answer } = summarise(scenario, systemClock.now())
  const alike = (await lookAlikes(catalogue.list())).find((ids) => ids.includes(id)) ?? []
  const seen = settings.evidence === undefined ? undefined : await readObservations(settings.evidence)
  const shown: Shown = {
    ...summary,
    documents: catalogue.documentsOf(scenario),
    status,
    answer,
    media: await mediaOf(scenario, session, answer),
    notifications: status === 200 ? notificationsOf(scenario, session) : [],
    evidence: raiseAnswer({ operation: 'getSession', answers: answersOf(scenario) }, scenarioEvidence(scenario), seen),
    looks_like: alike.filter((other) => other !== id),
  }
  if (settings.json) return { text: JSON.stringify(shown, null, 2), exitCode: 0 }
  const unread = (seen?.unread ?? []).map((why) => `Not read: ${why}`)
  const width = settings.wide ? Number.POSITIVE_INFINITY : outputWidth()
  return { text: [...unread, describe(shown, width)].join('\n'), exitCode: 0 }
}
