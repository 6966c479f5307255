import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStopwatch } from '../server/base/clock.js'
import { createAdapter } from './adapter.js'
import type { Description } from './description.js'
import { uses } from './fill.js'
import { type Finding, findFindings, type Shortening } from './findings.js'
import { judge } from './judge.js'
import { type Lane, openLane } from './lane.js'
import { futureSituationsFor, givenOrder, learn, nothingLearned, ordersAddress, situationsFor } from './learn.js'
import { planFuture, planStories } from './plan.js'
import { playStory } from './play.js'
import type { StoryRun } from './run.js'
import { linesOf } from './scenario-lines.js'
import { atExit } from './service-process.js'
import { nobodyCame, plainSituation } from './situations.js'
import type { Learned, Stage } from './stage.js'
import { plainStory, type Story, storyId } from './story.js'
import type { Tomorrow } from './tomorrow.js'
import { bringScenario, situationOf, type World, writeScenarios } from './world.js'

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
  /** Seconds from the start of the run after which no further story begins. */
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
  /** Every story of a run was played. */
  readonly isWhole: boolean
  /** In milliseconds. */
  readonly took: number
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

/** A service that runs already is one, and one with a port of its own too: stories of several would meet in it. */
const laneCount = ({ service }: Description, { lanes, stories }: GauntletOptions) => {
  const { run, url = '{{port}}', mock_port: mockPort } = service
  const isOne = run === undefined || !uses(url, 'port') || mockPort !== undefined
  return isOne || stories?.length === 1 ? 1 : (lanes ?? Math.min(4, 2 * availableParallelism()))
}

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

/** The share of the time for the stories that were planned; the rest is for shorter ones, without which few see what is wrong. */
const timeForStories = 0.8

type Playing = {
  readonly world: World
  readonly stages: readonly Stage[]
  readonly isOver: () => boolean
  readonly onProgress?: GauntletOptions['onProgress']
}

/** Plays stories on every lane until none is left or time is over. */
const playAll = async ({ world, stages, isOver, onProgress }: Playing, stories: readonly Story[]) => {
  const waiting = [...stories]
  const runs: StoryRun[] = []
  let failed = 0
  const work = async (stage: Stage) => {
    for (;;) {
      if (isOver()) return
      const story = waiting.shift()
      if (story === undefined) return
      const run = await playStory(stage, story, situationOf(world.situations, story))
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
const createShortening = ({ world, stages: [stage], isOver }: Playing, runs: readonly StoryRun[]): Shortening => {
  const known = new Map(runs.map((run) => [run.id, run]))
  const play = async (story: Story) => {
    if (stage === undefined || isOver()) return undefined
    const isThere = await bringScenario(world, stage, story)
    return isThere ? playStory(stage, story, situationOf(world.situations, story)) : undefined
  }
  return {
    linesOf: ({ situation, without: _, ...events }) =>
      linesOf(situationOf(world.situations, { ...events, situation }).scenario),
    tryStory: async (story, kind) => {
      const run = known.get(storyId(story)) ?? (await play(story))
      if (run === undefined) return undefined
      known.set(run.id, run)
      const fault = judge(run, world.description.deletes).find((found) => found.kind === kind)
      return fault && { run, fault }
    },
  }
}

/**
 * Runs a service through everything that Yoti can do.
 * @throws UsageError when the service cannot be started, or does not pass the plain story
 */
export const runGauntlet = (description: Description, options: GauntletOptions = {}): Promise<GauntletResult> =>
  withFolder(async (folder) => {
    const { seed = 'mock-yoti', isThorough = false, maxTime = Number.POSITIVE_INFINITY } = options
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
      readsAddress: ordersAddress(learned.ordered),
      leftOut: description.leave_out ?? [],
    }
    const plan = () => (options.future ? planFuture(choices) : planStories(choices, seed, isThorough))
    const stories = options.stories ?? plan()
    await writeScenarios(world, stories)
    const stages = await openLanes(world, laneCount(description, options), options.future?.topic)
    try {
      const playing = (share: number): Playing => ({
        world,
        stages,
        isOver: () => elapsed() > share * maxTime * 1000,
        onProgress: options.onProgress,
      })
      const { runs, unplayed } = await playAll(playing(timeForStories), stories)
      const findings = await findFindings(runs, description.deletes ?? false, createShortening(playing(1), runs))
      const isWhole = options.stories === undefined && unplayed === 0
      return { seed, learned, runs, findings, unplayed, isWhole, took: Math.round(elapsed()) }
    } finally {
      await closeAll(stages)
    }
  })
