import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStopwatch } from '../server/base/clock.js'
import { UsageError } from '../server/base/errors.js'
import { didYouMean } from '../server/base/nearest.js'
import { createAdapter } from './adapter.js'
import type { Description } from './description.js'
import { type Finding, findFindings, type TryStory } from './findings.js'
import { judge } from './judge.js'
import { type Lane, openLane } from './lane.js'
import { futureSituationsFor, givenOrder, learn, nothingLearned, situationsFor } from './learn.js'
import { planFuture, planStories } from './plan.js'
import { playStory } from './play.js'
import type { StoryRun } from './run.js'
import { scenarioFile, scenarioKey } from './scenario-file.js'
import { atExit } from './service-process.js'
import { nobodyCame, plainSituation, type Situation } from './situations.js'
import type { Learned, Stage } from './stage.js'
import { plainStory, type Story, storyId } from './story.js'
import type { Tomorrow } from './tomorrow.js'

/** How far the gauntlet is. */
export type Progress = { readonly played: number; readonly of: number; readonly failed: number; readonly now: string }

export type GauntletOptions = {
  /** Only these stories. */
  readonly stories?: readonly Story[]
  /** Combine every result and every trouble, not one of each group. */
  readonly isThorough?: boolean
  /** The answers of tomorrow, in place of those of today. */
  readonly future?: Tomorrow
  readonly seed?: string
  /** Seconds after which no further story begins. */
  readonly maxTime?: number
  /** How many services run at once. */
  readonly lanes?: number
  readonly onProgress?: (progress: Progress) => void
}

/** What came of a run. */
export type GauntletResult = {
  readonly seed: string
  readonly learned: Learned
  readonly runs: readonly StoryRun[]
  readonly findings: readonly Finding[]
  /** Stories for which there was no time. */
  readonly unplayed: number
  /** In milliseconds. */
  readonly took: number
}

/** The stories that shortening may need: each of them without its person and without its time. */
const withReductions = (stories: readonly Story[]) =>
  stories.flatMap((story) => [
    story,
    { ...story, data: 'plain' },
    { ...story, time: 'usual' },
    plainStory(story.situation),
    { ...story, situation: 'all-approve' },
    { ...story, situation: 'all-approve', data: 'plain' },
    { ...story, situation: 'all-approve', time: 'usual' },
  ])

type World = {
  readonly description: Description
  readonly folder: string
  readonly learned: Learned
  readonly situations: readonly Situation[]
}

const situationOf = (situations: readonly Situation[], id: string): Situation => {
  const found = situations.find((situation) => situation.id === id || situation.alike?.includes(id))
  if (found !== undefined) return found
  const known = situations.map((situation) => situation.id)
  throw new UsageError(
    `The service's order cannot get the result '${id}'.${didYouMean(id, known)} It can get ${known.join(', ')}`,
  )
}

const writeScenarios = async ({ folder, situations, learned }: World, stories: readonly Story[]) => {
  const files = new Map(
    withReductions(stories).map((story) => [
      scenarioKey(story),
      scenarioFile(story, situationOf(situations, story.situation), learned.slowCheck),
    ]),
  )
  for (const [name, text] of files) await writeFile(join(folder, 'scenarios', `${name}.yaml`), text)
}

const withFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'mock-yoti-gauntlet-'))
  const forget = atExit(() => rmSync(folder, { recursive: true, force: true }))
  try {
    await mkdir(join(folder, 'scenarios'))
    return await work(folder)
  } finally {
    forget()
    await rm(folder, { recursive: true, force: true })
  }
}

const stageOf = async (description: Description, lane: Lane, learned: Learned): Promise<Stage> => {
  const body = learned.isGivenSession ? givenOrder(description, lane.service().url) : learned.ordered.body
  return {
    description,
    adapter: await createAdapter(description),
    lane,
    learned: { ...learned, ordered: { ...learned.ordered, body } },
    now: startStopwatch(),
  }
}

/** A first look at the service: what it orders and calls. */
const study = async (description: Description, folder: string): Promise<Learned> => {
  const learned = nothingLearned(description)
  await writeScenarios({ description, folder, learned, situations: [plainSituation, nobodyCame] }, [
    plainStory(plainSituation.id),
    plainStory(nobodyCame.id),
  ])
  const lane = await openLane(description, folder)
  try {
    return await learn(await stageOf(description, lane, learned))
  } finally {
    await lane.close()
  }
}

/** A service that runs already is one; stories of several would meet in it. */
const laneCount = ({ service }: Description, { lanes, stories }: GauntletOptions) =>
  service.run === undefined || stories?.length === 1 ? 1 : (lanes ?? Math.min(4, 2 * availableParallelism()))

const openLanes = async (world: World, count: number, topic: string | undefined): Promise<Stage[]> => {
  const opened: Stage[] = []
  try {
    for (let index = 0; index < count; index++)
      opened.push({
        ...(await stageOf(world.description, await openLane(world.description, world.folder), world.learned)),
        ...(topic !== undefined && { unknownTopic: topic }),
      })
    return opened
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

const closeAll = async (stages: readonly Stage[]) => {
  await Promise.allSettled(stages.map(({ lane }) => lane.close()))
}

/** Plays stories on every lane until none is left or time is over. */
const playAll = async (world: World, stages: readonly Stage[], stories: readonly Story[], options: GauntletOptions) => {
  const { maxTime = Number.POSITIVE_INFINITY, onProgress } = options
  const elapsed = startStopwatch()
  const waiting = [...stories]
  const runs: StoryRun[] = []
  let failed = 0
  const work = async (stage: Stage) => {
    for (;;) {
      if (elapsed() > maxTime * 1000) return
      const story = waiting.shift()
      if (story === undefined) return
      const run = await playStory(stage, story, situationOf(world.situations, story.situation))
      if (judge(run, world.description.deletes).length > 0) failed++
      runs.push(run)
      onProgress?.({ played: runs.length, of: stories.length, failed, now: run.id })
    }
  }
  await Promise.all(stages.map(work))
  const order = new Map(stories.map((story, index) => [storyId(story), index]))
  return { runs: runs.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)), unplayed: waiting.length }
}

/** Plays shorter stories on the first lane; each at most once. */
const createTryStory = (world: World, [stage]: readonly Stage[], runs: readonly StoryRun[]): TryStory => {
  const known = new Map(runs.map((run) => [run.id, run]))
  return async (story, kind) => {
    if (stage === undefined) return undefined
    const id = storyId(story)
    const run = known.get(id) ?? (await playStory(stage, story, situationOf(world.situations, story.situation)))
    known.set(id, run)
    const fault = judge(run, world.description.deletes).find((found) => found.kind === kind)
    return fault && { run, fault }
  }
}

/**
 * Runs a service through everything that Yoti can do.
 * @throws UsageError when the service cannot be started, or does not pass the plain story
 */
export const runGauntlet = (description: Description, options: GauntletOptions = {}): Promise<GauntletResult> =>
  withFolder(async (folder) => {
    const { seed = 'mock-yoti', isThorough = false } = options
    const elapsed = startStopwatch()
    const learned = await study(description, folder)
    const situations = options.future
      ? await futureSituationsFor(learned, options.future)
      : await situationsFor(learned)
    const world: World = { description, folder, learned, situations }
    const choices = {
      situations,
      operations: learned.operations,
      isNotified: learned.topics.length > 0,
      returns: description.return !== undefined,
      leftOut: description.leave_out ?? [],
    }
    const planned = () => (options.future ? planFuture(choices) : planStories(choices, seed, isThorough))
    const stories = options.stories ?? planned()
    await writeScenarios(world, stories)
    const stages = await openLanes(world, laneCount(description, options), options.future?.topic)
    try {
      const { runs, unplayed } = await playAll(world, stages, stories, options)
      const tryStory = createTryStory(world, stages, runs)
      const findings = await findFindings(runs, description.deletes ?? false, tryStory)
      return { seed, learned, runs, findings, unplayed, took: Math.round(elapsed()) }
    } finally {
      await closeAll(stages)
    }
  })
