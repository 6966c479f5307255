import { type Explanation, findInteractions } from './explain.js'
import { formatState } from './format-state.js'
import { statesOf } from './judge-state.js'
import { interactionsIn, type Pact } from './pact.js'
import type { Failure, Mismatch, Report } from './report.js'

/** How much of one failing interaction is printed: the JSON report has the rest. */
const mostLines = 40
const mostCharacters = 400

/** What decides comes first: a body of another status is no answer to the question. */
const order = ['StatusMismatch', 'HeaderMismatch', 'BodyTypeMismatch', 'MetadataMismatch', 'BodyMismatch']

const rank = ({ type }: Mismatch) => (order.indexOf(type) + order.length + 1) % (order.length + 1)

const cut = (line: string) => (line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line)

const describeMismatch = ({ type, path, expected, actual, mismatch }: Mismatch) => {
  if (type === 'StatusMismatch') return `expected status ${expected}, got ${actual}`
  return path === undefined || mismatch.includes(path) ? mismatch : `${path} -> ${mismatch}`
}

const indent = (text: string, margin: string) => text.split('\n').map((line) => `${margin}${line}`)

const inPlainWords = (message: string) =>
  message.includes('setup state change') ? 'The provider state could not be set up:' : message

/** Where the nearest name is told, the list of all is too much for a terminal: the reports in files have it. */
const shorten = (line: string) => (line.includes(' Did you mean ') ? line.replace(/ Known: .*$/, '') : line)

const detailsOf = ({ interaction, mismatch }: Failure, explanations: readonly Explanation[]): string[] => {
  const explanationOf = (message: string) =>
    explanations.find((one) => one.interaction === interaction && one.message === message)?.explanation
  const explained = (message: string, description: string, replaces: boolean) => {
    const explanation = explanationOf(message)
    if (explanation === undefined) return indent(description, '   ')
    // The message about a list names the whole item that was not found; its explanation names what is different.
    return replaces ? indent(explanation, '   ') : [...indent(description, '   '), ...indent(explanation, '     ')]
  }
  if (mismatch.type === 'error') return explained(mismatch.message, inPlainWords(mismatch.message), false).map(shorten)
  return mismatch.mismatches
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((one) => explained(one.mismatch, describeMismatch(one), one.type === 'BodyMismatch'))
}

const titleOf = ({ interaction: heading }: Failure, pacts: readonly Pact[]): string[] => {
  const [found] = findInteractions(heading, pacts)
  if (found === undefined) return [heading]
  const parties = /between (.*?) Given |between (.*) - /.exec(heading)
  const pact = pacts.find((one) => interactionsIn(one).includes(found))
  const between = pact && `${pact.consumer.name} and ${pact.provider.name}`
  return [
    found.description,
    `   between ${between ?? parties?.[1] ?? parties?.[2]}`,
    ...statesOf(found).map((state) => `   Given ${formatState(state)}`),
  ]
}

/** One failing interaction, in lines: its states, then what decides, then the rest as far as it fits. */
export const printFailure = (
  failure: Failure,
  number: number,
  explanations: readonly Explanation[],
  pacts: readonly Pact[],
): string[] => {
  const [title = '', ...more] = titleOf(failure, pacts)
  const lines = [`${number}) ${title}`, ...more, ...detailsOf(failure, explanations)].map(cut)
  if (lines.length <= mostLines) return lines
  const left = lines.length - mostLines + 1
  return [...lines.slice(0, mostLines - 1), `   … and ${left} lines more: --json FILE writes everything`]
}

/** The pacts that were verified, one line each, as the verifier names them. */
const headings = ({ output = [] }: Report) =>
  output.map((line) => line.trim()).filter((line) => /^Verifying a pact between /.test(line))

const section = (
  title: string,
  failures: readonly Failure[],
  explanations: readonly Explanation[],
  pacts: readonly Pact[],
) => {
  if (failures.length === 0) return []
  const printed = failures.map((failure, index) => printFailure(failure, index + 1, explanations, pacts).join('\n'))
  return ['', `${title}:`, ...printed.flatMap((text) => ['', text])]
}

/** The report that people read: what was verified, then each failure with what decides first. */
export const printReport = (report: Report, explanations: readonly Explanation[], pacts: readonly Pact[]): string =>
  [
    ...new Set(headings(report)),
    ...section('Failures', report.errors, explanations, pacts),
    ...section('Failures of pending pacts, which do not count', report.pendingErrors, explanations, pacts),
  ].join('\n')
