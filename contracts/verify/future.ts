import { type DocumentSchema, type FutureChange, harmlessChanges } from '../../server/shapes/index.js'
import { alterBy } from './alter-answers.js'
import { openBridge } from './bridge.js'
import { explain, findInteractions } from './explain.js'
import type { Pact } from './pact.js'
import { hasMessages, interactionsIn } from './pact.js'
import { printFailure } from './print-report.js'
import type { Failure, Report } from './report.js'

/** An interaction that would not be kept after a change, and why. */
export type Break = {
  readonly change: string
  readonly title: string
  readonly consumer: string
  readonly interaction: string
  /** What would be different, in lines. */
  readonly details: readonly string[]
}

/** What pacts would not bear, and the titles of the changes that do something to their answers. */
export type Tomorrow = { readonly breaks: readonly Break[]; readonly changes: readonly string[] }

/** Verifies the pacts at another address of the same server. */
export type VerifyAt = (url: string) => Promise<Report>

/** The answers that the first change met: a change that does nothing to any of them need not be verified. */
const createAnswers = () => {
  const met = new Map<string, { readonly body: unknown; readonly schema: DocumentSchema }>()
  return {
    note: (body: unknown, schema: DocumentSchema) => met.set(JSON.stringify(body), { body, schema }),
    canChange: ({ change }: FutureChange) =>
      met.size === 0 || [...met].some(([text, { body, schema }]) => JSON.stringify(change(body, schema)) !== text),
  }
}

const consumerOf = (failure: Failure, pacts: readonly Pact[]) => {
  const [found] = findInteractions(failure.interaction, pacts)
  const pact = pacts.find((one) => found !== undefined && interactionsIn(one).includes(found))
  return { consumer: pact?.consumer.name ?? 'a consumer', interaction: found?.description ?? failure.interaction }
}

const indented = /^ {3,}/

const breaksIn = async (
  report: Report,
  pacts: readonly Pact[],
  { change, failing, stateUrl }: { change: FutureChange; failing: ReadonlySet<string>; stateUrl: string },
): Promise<Break[]> => {
  const failures = [...report.errors, ...report.pendingErrors].filter(({ interaction }) => !failing.has(interaction))
  const explanations = await explain({ ...report, errors: failures, pendingErrors: [] }, pacts, stateUrl)
  return failures.map((failure) => {
    const [, ...lines] = printFailure(failure, 1, explanations, pacts)
    const details = lines.filter((line) => indented.test(line) && !/^ {3}(between |Given )/.test(line))
    return {
      change: change.name,
      title: change.title,
      ...consumerOf(failure, pacts),
      details: [...new Set(details.map((line) => line.trim()))],
    }
  })
}

/**
 * Verifies pacts once for each way in which Yoti may add to its answers.
 * @param present what is verified today: what fails today is no matter of tomorrow
 */
export const findBreaks = async (
  pacts: readonly Pact[],
  present: Report,
  given: { url: string; stateUrl: string; token: string | undefined; seed: string | undefined; verifyAt: VerifyAt },
): Promise<Tomorrow> => {
  const failing = new Set([...present.errors, ...present.pendingErrors].map(({ interaction }) => interaction))
  const found: Break[] = []
  const answers = createAnswers()
  const played: FutureChange[] = []
  for (const change of harmlessChanges(given.seed)) {
    if (!answers.canChange(change)) continue
    played.push(change)
    const bridge = await openBridge(given.url, given.token, alterBy(change, answers.note))
    try {
      const report = await given.verifyAt(bridge.url)
      found.push(...(await breaksIn(report, pacts, { change, failing, stateUrl: given.stateUrl })))
    } finally {
      await bridge.close()
    }
  }
  return { breaks: found, changes: played.map(({ title }) => title) }
}

/** A change that no pact can say: each message of a pact is about a topic that is known. */
export const unsaid: { readonly title: string; readonly why: string } = {
  title: 'a notification has a topic that nobody knows',
  why: 'no pact can ask for a topic that nobody knows; mock-yoti gauntlet --future sends one to your service',
}

const mostDetails = 2

const ofChange = (breaks: readonly Break[], title: string) => {
  const same = breaks.filter((one) => one.title === title)
  const [first] = same
  const count = same.length === 1 ? '1 interaction' : `${same.length} interactions`
  return [
    `    ${title}: ${count}, such as '${first?.interaction}'`,
    ...(first?.details ?? []).slice(0, mostDetails).map((line) => `      ${line}`),
  ]
}

/** Which consumers would break, and on what. */
export const sayBreaks = ({ breaks, changes }: Tomorrow, pacts: readonly Pact[]): string => {
  const consumers = [...new Set(pacts.map(({ consumer }) => consumer.name))].sort()
  const lines = consumers.flatMap((consumer) => {
    const own = breaks.filter((one) => one.consumer === consumer)
    if (own.length === 0)
      return [`  ${consumer} bears ${changes.length === 1 ? 'the one change' : `all ${changes.length} changes`}`]
    const titles = [...new Set(own.map(({ title }) => title))]
    return [
      `  ${consumer} would break on ${titles.length} of ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`,
      ...titles.flatMap((title) => ofChange(own, title)),
    ]
  })
  const notSaid = pacts.some(hasMessages) ? [`  ${unsaid.title}: not tried here`, `    ${unsaid.why}`] : []
  return ["Tomorrow's Yoti:", ...lines, ...notSaid].join('\n')
}
