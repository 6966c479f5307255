import { lazy } from '../../server/base/lazy.js'
import { builtInScenarios } from '../../server/engine/scenarios/catalogue.js'
import type { Scenario } from '../../server/engine/scenarios/scenario.js'
import {
  type Evidence,
  everyShape,
  findWebhook,
  type Grade,
  grades,
  type Observations,
  parseStateName,
  readObservations,
  type Shape,
  scenarioEvidence,
  shapeEvidence,
  stateNames,
  topicEvidence,
} from '../../server/shapes/index.js'
import { findInteractions } from './explain.js'
import { statesOf } from './judge-state.js'
import { type GivenState, type Interaction, interactionsIn, type Pact } from './pact.js'
import type { Report } from './report.js'

/** An interaction that was kept, and how we know that Yoti answers so. */
export type Rest = { readonly consumer: string; readonly interaction: string; readonly evidence?: Evidence }

type Known = {
  readonly scenarios: readonly Scenario[]
  readonly shapes: readonly Shape[]
  readonly seen: Observations | undefined
}

// Hundreds of answers: worked out when something was verified.
const shapes = lazy(() => everyShape(builtInScenarios()))

/** The scenarios that answers come from: the built-in ones, and those of a directory. */
const scenariosOf = async (directory: string | undefined): Promise<readonly Scenario[]> => {
  if (directory === undefined) return builtInScenarios()
  const { readDirectory } = await import('../../server/engine/scenarios/read-directory.js')
  return (await readDirectory(directory)).scenarios
}

const hasParams = (shape: Shape, params: Readonly<Record<string, unknown>>) =>
  Object.entries(shape.params).every(([name, value]) => params[name] === value)

const evidenceOfState = ({ name: asked, params: given }: GivenState, known: Known): Evidence | undefined => {
  const { name, params } = parseStateName(asked, given ?? {})
  const shape = known.shapes.find((one) => one.state === name && hasParams(one, params))
  if (shape !== undefined) return shapeEvidence(shape, known.scenarios, known.seen)
  // A scenario that answers like another has no shape of its own.
  const scenario = name === stateNames.result ? known.scenarios.find(({ id }) => id === params['result']) : undefined
  return scenario && scenarioEvidence(scenario)
}

const evidenceOf = (interaction: Interaction, known: Known): Evidence | undefined => {
  const webhook = findWebhook(interaction.description)
  if (webhook !== undefined) return topicEvidence(webhook, known.seen)
  const found = statesOf(interaction).map((state) => evidenceOfState(state, known))
  // The least of several: an answer is no surer than what it is made of.
  return found.toSorted((a, b) => grades.indexOf(b?.grade ?? 'invented') - grades.indexOf(a?.grade ?? 'invented'))[0]
}

/**
 * How we know of the answer of each interaction that was kept.
 * @param directory of a team's own recordings, which raise grades
 * @returns also which of its files could not be read
 */
export const restsOn = async (
  report: Report,
  pacts: readonly Pact[],
  { scenarios: own, evidence: directory }: { readonly scenarios?: string; readonly evidence?: string },
): Promise<{ readonly rests: readonly Rest[]; readonly unread: readonly string[] }> => {
  const bad = new Set(
    [...report.errors, ...report.pendingErrors].flatMap(({ interaction }) => findInteractions(interaction, pacts)),
  )
  const verified = new Set(report.interactionResults.map(({ description }) => description))
  const kept = pacts.flatMap((pact) =>
    interactionsIn(pact)
      .filter((interaction) => verified.has(interaction.description) && !bad.has(interaction))
      .map((interaction) => ({ consumer: pact.consumer.name, interaction })),
  )
  if (kept.length === 0) return { rests: [], unread: [] }
  const seen = directory === undefined ? undefined : await readObservations(directory)
  const known: Known = { scenarios: await scenariosOf(own), shapes: shapes(), seen }
  const rests = kept.map(({ consumer, interaction }) => {
    const evidence = evidenceOf(interaction, known)
    return { consumer, interaction: interaction.description, ...(evidence && { evidence }) }
  })
  return { rests, unread: seen?.unread ?? [] }
}

/** How many interactions were kept, and how many of them rest on each grade; `nothing` for those without a grade. */
export const countsOf = (
  rests: readonly Rest[],
): Readonly<Record<'kept' | 'documented' | 'observed' | 'invented' | 'nothing', number>> => {
  const count = (grade: Grade | undefined) => rests.filter(({ evidence }) => evidence?.grade === grade).length
  return {
    kept: rests.length,
    documented: count('documented'),
    observed: count('observed'),
    invented: count('invented'),
    nothing: count(undefined),
  }
}

/** `22 interactions kept, of which 15 rest on documented, 5 on observed, 2 on invented answers`. */
export const sayRests = (rests: readonly Rest[]): string => {
  if (rests.length === 0) return ''
  const counts = countsOf(rests)
  const parts = (['documented', 'observed', 'invented'] as const)
    .map((grade) => ({ count: counts[grade], grade }))
    .filter((part) => part.count > 0)
    .map((part, nth) => `${part.count} ${nth === 0 ? (part.count === 1 ? 'rests on' : 'rest on') : 'on'} ${part.grade}`)
  const unknown = counts.nothing
  const answers = parts.length === 0 ? [] : [`of which ${parts.join(', ')} answers`]
  return [
    `${rests.length} ${rests.length === 1 ? 'interaction' : 'interactions'} kept`,
    ...answers,
    ...(unknown === 0 ? [] : [`${unknown} without a provider state that has a grade`]),
  ].join(', ')
}
