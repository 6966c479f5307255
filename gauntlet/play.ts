import { setTimeout as wait } from 'node:timers/promises'
import type { Begun, Context, Observation } from './adapter.js'
import { troubleOf, unknownTopic, usual } from './events.js'
import { makeSession } from './make-session.js'
import { type Moment, type TrackedClock, trackClock } from './moments.js'
import { bringNews } from './news.js'
import { orderingOperations } from './operations.js'
import { type Answer, type Expected, expectedOf, groupOf } from './policy.js'
import { answerOf, collectRun, type StoryRun } from './run.js'
import { scenarioKey } from './scenario-file.js'
import { alterAnswer, type Situation } from './situations.js'
import type { Stage } from './stage.js'
import type { Story } from './story.js'
import { sendUnknownTopic } from './tomorrow.js'

const pause = 25
/** Some services ask Yoti whenever they are asked: they are asked ever more seldom. */
const longestPause = 300
/** Longer than most clients wait between two tries. */
const shortestQuiet = 400

const longestTries = 1500

/** How long nothing must happen before a decision that may stay open counts as the last. */
const quietFor = ({ description, learned }: Stage, story: Story) => {
  const polling = description.polling === undefined ? learned.pollsEvery : description.polling * 1000
  // A client that tries again waits longer and longer.
  const tries = story.trouble === usual.trouble ? 0 : longestTries
  return Math.max(shortestQuiet, tries, 2 * (polling ?? 0) + 100)
}

/** The answer as the situation has it. */
const asSituation = (answer: Answer, { alters, becomes }: Situation): Answer => {
  if (becomes !== undefined) return becomes(answer)
  return alters === undefined ? answer : alterAnswer(answer, alters)
}

/** Which session the service works with: the newest. */
const newestSession = async ({ lane }: Stage) => (await lane.mock.control.sessions.list({ limit: 1 }))[0]

/** Waits for the letter's instructions, which some services give after they have answered. */
const untilInstructed = async (stage: Stage, sessionId: string, isInBranch: boolean) => {
  if (!isInBranch) return
  await stage.lane.mock.control.sessions.waitFor(sessionId, 'instructed', { timeoutSeconds: 3 }).catch(() => undefined)
}

const addTrouble = async ({ lane }: Stage, story: Story, isBefore: boolean) => {
  const trouble = troubleOf(story.trouble)
  if (trouble === undefined || isBefore !== orderingOperations.includes(trouble.operation)) return
  await lane.mock.control.faults.add({ ...trouble.rule, operation: trouble.operation } as never)
}

/**
 * A service that asks again and again would see the result before what the story does to it is in place: until then it
 * is told what it was told before the visit.
 */
const keepHidden = async ({ lane }: Stage, story: Story, { alters, becomes }: Situation, sessionId: string) => {
  const trouble = troubleOf(story.trouble)
  const isLater = trouble !== undefined && !orderingOperations.includes(trouble.operation)
  if (alters === undefined && becomes === undefined && !isLater) return { show: () => Promise.resolve() }
  const { faults, sessions } = lane.mock.control
  const { answer } = await sessions.get(sessionId)
  const { id } = await faults.add({ operation: 'getSession', sessionId, status: 200, body: answer } as never)
  return { show: () => faults.remove(id) }
}

/** Half an hour before the next change from summer time in the United Kingdom. */
const nextClockChange = (now: Date): string => {
  const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1]
  const lastSunday = (year: number, month: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 0, 30))
    last.setUTCDate(last.getUTCDate() - last.getUTCDay())
    return last
  }
  const change = years.map((year) => lastSunday(year, 9)).find((day) => day > now)
  return (change ?? now).toISOString()
}

/** The documents are captured before the clocks change, the rest happens after it, where the deadline leaves an hour for it. */
const straddleClockChange = async ({ lane }: Stage, sessionId: string, clock: TrackedClock, deadline: number) => {
  const { sessions } = lane.mock.control
  // A scenario may have the visit go otherwise: then it happens afterwards.
  await sessions.visit(sessionId, { step: 'scan-letter' }).catch(() => undefined)
  await sessions.visit(sessionId, { step: 'capture-document' }).catch(() => undefined)
  if (deadline - clock.shown() > 2 * 3_600_000) await clock.advance(100 * 60)
}

/** Visits happen at the instant of the call; what comes later comes by the clock. */
const visit = async (stage: Stage, sessionId: string, clock: TrackedClock, onWay: () => Promise<void>) => {
  const { control } = stage.lane.mock
  await control.sessions.visit(sessionId).catch(() => undefined)
  for (let steps = 0; steps < 20; steps++) {
    const { coming } = await control.sessions.get(sessionId)
    const [next] = coming
    if (next === undefined) return
    await onWay()
    await clock.set(next.at)
    await wait(pause)
  }
}

type Played = {
  observation: Observation
  truth: Answer | undefined
  expected: Expected
  interim: Observation | undefined
  settledAt: number
}

const contextOf = ({ lane }: Stage, values: Record<string, string>, log: readonly string[]): Context => ({
  values: { ...lane.values, ...values },
  serviceUrl: lane.service().url,
  yoti: lane.mock,
  log,
  callbacks: lane.callbacks,
})

/** A client that waits for as long as Yoti takes is in no hurry, and not stuck. */
const delayOf = ({ trouble }: Story) => (troubleOf(trouble)?.rule['delay'] === undefined ? 0 : 5000)

/** Observes until the decision is one of those expected and stays, or nothing more happens, or patience ends. */
const untilDecided = async (
  stage: Stage,
  story: Story,
  observe: () => Promise<Observation>,
  { decisions }: Expected,
): Promise<Observation> => {
  const patience = (stage.description.patience ?? 5) * 1000 + delayOf(story)
  const started = stage.now()
  const mustDecide = decisions.every((decision) => decision === 'pass' || decision === 'fail')
  const quiet = quietFor(stage, story)
  let last = await observe()
  let changed = stage.now()
  let between = pause
  for (;;) {
    const isExpected = last.decision !== undefined && decisions.includes(last.decision)
    const isFinal = last.decision === 'pass' || last.decision === 'fail'
    const needed = isFinal ? shortestQuiet / 2 : mustDecide ? patience : quiet
    if (stage.now() - changed >= needed && (isExpected || isFinal || !mustDecide)) return last
    if (stage.now() - started >= patience || stage.lane.service().exited() !== undefined) return last
    await wait(between)
    between = Math.min(between * 1.5, longestPause)
    const next = await observe()
    if (next.word !== last.word || next.count !== last.count) changed = stage.now()
    last = next
  }
}

const isOrderTroubled = ({ trouble }: Story) => orderingOperations.includes(troubleOf(trouble)?.operation ?? '')

/** Whoever says at once that it cannot be done now keeps nobody waiting. */
const withError = (expected: Expected): Expected => ({ ...expected, decisions: [...expected.decisions, 'error'] })

/** What the service cannot know: an operation that never works hides the result. */
const hidden = (story: Story, expected: Expected): Expected => {
  const trouble = troubleOf(story.trouble)
  if (trouble?.isForEver !== true) return expected
  return {
    ...expected,
    decisions: trouble.operation === 'getSession' ? ['pending', 'error'] : [...expected.decisions, 'pending', 'error'],
  }
}

/** A service that read the result before Yoti deleted it may decide by it. */
const seenBefore = async ({ lane }: Stage, { isForgotten }: Situation, expected: Expected): Promise<Expected> => {
  if (!isForgotten) return expected
  const readings = await lane.mock.control.requests.list({ operation: 'getSession', status: 200 })
  const hasRead = readings.some(({ answer }) => (answer?.body as Answer | undefined)?.state === 'COMPLETED')
  return hasRead ? { ...expected, decisions: [...expected.decisions, 'pass'] } : expected
}

/** A service that takes requests and answers none would keep every later story waiting. */
const isHanging = ({ begun, observedStatus }: StoryRun) => begun.status === 0 || observedStatus === 0

/** Plays one story on a lane. */
export const playStory = async (stage: Stage, story: Story, situation: Situation): Promise<StoryRun> => {
  const { lane, adapter, description, learned, now } = stage
  const { control } = lane.mock
  const started = now()
  const log: string[] = []
  const takeLog = () => log.push(...lane.service().takeLog())
  takeLog()
  log.length = 0
  lane.callbacks.length = 0
  await control.reset()
  await control.defaults.set({ scenario: scenarioKey(story) })
  const clock = trackClock(lane.mock, now)
  if (story.time === 'summer-time') await clock.set(nextClockChange(new Date(clock.shown())))
  await control.notifications.hold()

  const notes: Moment[] = []
  const note = (text: string) => notes.push({ at: Math.round(now() - started), by: 'gauntlet', text })
  const given: Record<string, string> = learned.isGivenSession
    ? { sessionId: await makeSession(lane.mock, learned.ordered) }
    : {}
  await addTrouble(stage, story, true)
  const begun: Begun = await adapter.begin(contextOf(stage, given, log))
  const session = await newestSession(stage)
  const id = begun.id ?? given['sessionId']
  const values: Record<string, string> = {
    ...given,
    ...(id !== undefined && { id }),
    ...(session && { sessionId: session.session_id }),
  }
  const observe = () => {
    takeLog()
    return id === undefined
      ? Promise.resolve<Observation>({ decision: 'error', word: 'not begun' })
      : adapter.observe(contextOf(stage, values, log))
  }
  let returnedStatus: number | undefined
  const comeBack = async () => {
    if (id === undefined || adapter.returned === undefined) return
    const status = await adapter.returned(contextOf(stage, values, log))
    returnedStatus = typeof status === 'number' ? status : undefined
    note(`the person comes back to the service${returnedStatus === undefined ? '' : `: ${answerOf(returnedStatus)}`}`)
  }

  const played = await (async (): Promise<Played> => {
    if (session === undefined)
      return {
        observation: await observe(),
        truth: undefined,
        expected: { decisions: ['pending', 'error'] },
        interim: undefined,
        settledAt: now() - started,
      }
    const { session_id: sessionId } = session
    const view = await control.sessions.get(sessionId)
    await untilInstructed(stage, sessionId, view.in_branch)
    if (story.news !== 'before-return') await comeBack()
    if (story.time === 'summer-time') await straddleClockChange(stage, sessionId, clock, Date.parse(view.deadline))
    const result = await keepHidden(stage, story, situation, sessionId)
    let interim: Observation | undefined
    note(view.in_branch ? 'the person goes to the branch' : 'the person is in front of the camera')
    await visit(stage, sessionId, clock, async () => {
      if (interim !== undefined || story.time !== 'review-19-minutes') return
      note('an expert looks at it: 19 minutes pass')
      await bringNews(control, sessionId, 'in-order')
      await control.notifications.hold()
      await wait(quietFor(stage, { ...story, trouble: usual.trouble }))
      interim = await observe()
    })
    if (situation.isForgotten) {
      note('sixty days pass: Yoti deletes the session')
      await clock.advance(60 * 86_400)
    }
    const real = await control.sessions.get(sessionId).then(
      ({ answer }) => answer as Answer,
      () => undefined,
    )
    const truth = real && asSituation(real, situation)
    if (truth !== undefined && truth !== real)
      await control.faults.add({ operation: 'getSession', sessionId, status: 200, body: truth } as never)
    await addTrouble(stage, story, false)
    await result.show()
    const group = groupOf(truth, learned.ordered.types)
    const usually: Expected = situation.decisions
      ? { decisions: situation.decisions }
      : expectedOf(truth, { scenario: situation.id, group, rules: description.expect ?? [] })
    const known = hidden(story, await seenBefore(stage, situation, usually))
    const expected = id === undefined && isOrderTroubled(story) ? withError(known) : known
    const settledAt = now() - started
    note(`Yoti has the result: ${group}`)
    if (story.news === 'late') await wait(quietFor(stage, { ...story, trouble: usual.trouble }))
    if (story.news === unknownTopic.value)
      note(
        `a webhook of a topic that nobody knows → ${(await sendUnknownTopic(control, sessionId, stage.unknownTopic ?? 'unknown_topic')) ?? 'no answer'}`,
      )
    await bringNews(control, sessionId, story.news)
    if (story.news === 'before-return') await comeBack()
    return { observation: await untilDecided(stage, story, observe, expected), truth, expected, interim, settledAt }
  })()
  takeLog()
  await adapter.end?.(contextOf(stage, values, log))
  const run = await collectRun({
    stage,
    story,
    situation,
    started,
    begun,
    log,
    notes,
    clock,
    sessionId: values['sessionId'],
    returnedStatus,
    ...played,
  })
  if (run.exited !== undefined || (description.service.run !== undefined && isHanging(run))) await lane.restart()
  return run
}
