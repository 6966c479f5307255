import { summarise } from '../../server/engine/results/summarise.js'
import { resolveScenarios } from '../../server/engine/scenarios/resolve-scenarios.js'
import type { Scenario, ScenarioSources } from '../../server/engine/scenarios/scenario.js'
import { lookAlikes } from './look-alikes.js'
import { tableRow } from './table-row.js'

/** The groups in the order of the page, and what each is for. */
const groups: Readonly<Record<string, string>> = {
  counter: 'What happens in the branch: the five results, and how each ends.',
  life: 'Where a session can stand before it has ended, and what time does to it.',
  authenticity: 'Is the document genuine?',
  'face-match': 'Is the person the one on the document?',
  documents: 'What was captured and what could be read: attempts, names, addresses, dates.',
  families: 'The kinds of documents.',
  'at-home': 'Identity verification without a branch.',
  webhooks: 'A good result whose notifications go astray.',
  errors: 'Reading the session fails.',
}

const groupSection = (group: string, scenarios: readonly Scenario[]) => {
  const rows = scenarios
    .filter((scenario) => scenario.group === group)
    .map((scenario) => {
      const { id, title, shape, provenance } = summarise(scenario, 0).summary
      return tableRow([`\`${id}\``, title, shape, provenance])
    })
  const heading = [`## ${group}`, ...(groups[group] === undefined ? [] : [groups[group]])]
  return [...heading, ['| id | what happened | answer | provenance |', '|---|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  )
}

const countsOf = (scenarios: readonly Scenario[]) => {
  const count = (wanted: Scenario['provenance']) => scenarios.filter(({ provenance }) => provenance === wanted).length
  return `Of the ${scenarios.length}, ${count('documented')} are documented, ${count('observed')} observed and ${count('invented')} invented.`
}

/** The page of every scenario: one row each, grouped, and those that a client cannot tell apart. */
export const cataloguePage = async (sources: ScenarioSources): Promise<string> => {
  const { scenarios } = resolveScenarios(sources)
  const found = new Set(scenarios.map(({ group }) => group))
  const ordered = [...Object.keys(groups).filter((group) => found.has(group)), ...found]
  const alike = (await lookAlikes(scenarios)).map((ids) => `- ${ids.map((id) => `\`${id}\``).join(', ')}`)
  return `<!-- Made by scripts/generate.mjs from scenarios/. Do not edit. -->

# The catalogue

Every scenario that comes with mock-yoti: ${scenarios.length}. An id is a session that can be read at once
(\`GET /idverify/v1/sessions/<id>\`), and names the scenario of sessions that are created. \`mock-yoti scenarios show <id>\`
prints the answer and its media; [scenarios.md](scenarios.md) says how to find one and how to write your own,
and [how-do-i-test.md](how-do-i-test.md) goes from the question to the id.

*documented*: on Yoti's pages. *observed*: captured from the real service. *invented*: nobody has seen Yoti send it.
${countsOf(scenarios)} [evidence.md](evidence.md) says what the grades mean and how to raise them with your own recordings.

${[...new Set(ordered)].map((group) => groupSection(group, scenarios)).join('\n\n')}

## Alike on the wire

Yoti does not say why a session was not completed, or what a person decided without giving a reason. The scenarios of a
line describe different situations that a client cannot tell apart: the answers and the text of the media are the same
but for ids and times.

${alike.join('\n')}
`
}
