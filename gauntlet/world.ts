import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '../server/base/errors.js'
import { didYouMean, findClose } from '../server/base/nearest.js'
import { readDirectory } from '../server/engine/scenarios/read-directory.js'
import type { Description } from './description.js'
import { scenarioFile, scenarioKey } from './scenario-file.js'
import { linesOf, withoutLines } from './scenario-lines.js'
import type { Situation } from './situations.js'
import type { Learned, Stage } from './stage.js'
import type { Story } from './story.js'

/** What stories are played in: the service, the results that it can get, and the folder of the scenario files. */
export type World = {
  readonly description: Description
  readonly folder: string
  readonly learned: Learned
  readonly situations: readonly Situation[]
}

const mostNear = 5

/** Results that were probably meant: the closest id, then those that have a word like it. */
const nearTo = (id: string, known: readonly string[]) => {
  const wordsOf = (name: string) => name.split(/[-:]/).filter((word) => word.length > 3)
  const hasSuchWord = (name: string) => wordsOf(id).some((word) => findClose(word, wordsOf(name)) !== undefined)
  return [...new Set([...[findClose(id, known) ?? []].flat(), ...known.filter(hasSuchWord)])].slice(0, mostNear)
}

const unknownResult = (id: string, situations: readonly Situation[]) => {
  const known = situations.map((situation) => situation.id)
  const near = nearTo(id, known)
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
  return new UsageError(`The service's order cannot get the result '${id}'.${hint} It can get ${known.join(', ')}`)
}

const assertLines = ({ id, scenario }: Situation, without: readonly string[]) => {
  const known = linesOf(scenario)
  const unknown = without.find((line) => !known.includes(line))
  if (unknown !== undefined)
    throw new UsageError(
      `The result '${id}' has no '${unknown}' to leave out.${didYouMean(unknown, known)} It has ${known.join(', ') || 'one line only'}`,
    )
}

/**
 * The result of a story, without what the story leaves out of it.
 * @throws UsageError for a result that the order cannot get
 */
export const situationOf = (situations: readonly Situation[], { situation: id, without = [] }: Story): Situation => {
  const found = situations.find((situation) => situation.id === id || situation.alike?.includes(id))
  if (found === undefined) throw unknownResult(id, situations)
  if (without.length === 0) return found
  assertLines(found, without)
  return {
    ...found,
    title: `${found.title}; shortened`,
    scenario: withoutLines(found.scenario, without),
  }
}

const textOf = ({ situations, learned }: World, story: Story) =>
  scenarioFile(story, situationOf(situations, story), learned.slowCheck)

/** Writes the scenario files of stories, for the mocks to read. */
export const writeScenarios = async (world: World, stories: readonly Story[]): Promise<void> => {
  const files = new Map(stories.map((story) => [scenarioKey(story), textOf(world, story)]))
  for (const [name, text] of files) await writeFile(join(world.folder, 'scenarios', `${name}.yaml`), text)
}

/** A mock looks for changed files a few times a second; on a busy machine less often. */
const pause = 100
const mostPauses = 150

/** What cannot be told of a visit is no scenario: a branch without any identity document. */
const isScenario = async (folder: string, name: string, text: string) => {
  const drafts = join(folder, 'drafts', name)
  await mkdir(drafts, { recursive: true })
  await writeFile(join(drafts, `${name}.yaml`), text)
  return (await readDirectory(drafts)).problems.length === 0
}

/**
 * Sees to it that the mock of a lane has the scenario of a story that was not planned.
 * @returns whether there can be such a scenario
 */
export const bringScenario = async (world: World, { lane }: Stage, story: Story): Promise<boolean> => {
  const name = scenarioKey(story)
  const isThere = () =>
    lane.mock.control.scenarios.get(name).then(
      () => true,
      () => false,
    )
  if (await isThere()) return true
  if (!(await isScenario(world.folder, name, textOf(world, story)))) return false
  await writeScenarios(world, [story])
  for (let left = mostPauses; left > 0; left--) {
    if (await isThere()) return true
    await wait(pause)
  }
  return false
}
