import { type Difference, differences } from './differences.js'
import type { Rules } from './pact.js'
import type { Mismatch } from './report.js'

/** The verifier quotes values as JSON. */
export const parseJson = (text: unknown): unknown => {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const nameOf = (item: unknown) =>
  typeof item === 'object' && item !== null && 'type' in item && typeof item.type === 'string' ? item.type : 'item'

/** Told where the nearest item differs in nothing that can be compared here. */
export const nothingCompared = 'what these matchers of the pact ask for'

/** Matchers by path, for what cannot be compared here. */
const matchersIn = (rules: Rules) =>
  Object.entries(rules)
    .map(([path, { matchers }]) => `${path} ${matchers.map(({ match }) => match).join(' and ')}`)
    .join(', ') || 'equality'

type Candidate = { readonly index: number; readonly found: readonly Difference[]; readonly isOther: boolean }

/** The same check type counts more than anything else: a check of another type is never what was meant. */
const nearer = (a: Candidate, b: Candidate) =>
  Number(a.isOther) - Number(b.isOther) || a.found.length - b.found.length || a.index - b.index

/** The place of the variant in the message of the verifier: 'Variant at index 2 (…) was not found in the actual list'. */
export const variantIndex = ({ mismatch }: Mismatch): number | undefined => {
  const found = /^Variant at index (\d+) .* was not found in the actual list$/s.exec(mismatch)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Says which item of a list comes nearest to the one that a pact expects there, and what is different in it. */
export const describeNearest = ({ path = '$', expected, actual }: Mismatch, rules: Rules): string => {
  const item = parseJson(expected)
  const list = parseJson(actual)
  if (!Array.isArray(list)) return `${path} is ${JSON.stringify(list)}; a list is expected`
  const name = nameOf(item)
  if (list.length === 0) return `${path} is empty; one like ${JSON.stringify(item)} is expected`
  const candidates = list.map((text, index): Candidate => {
    const other = parseJson(text)
    return { index, found: differences(item, other, rules), isOther: nameOf(other) !== name }
  })
  const [best] = candidates.sort(nearer)
  if (best === undefined) return `${path} is empty`
  const lines = best.found.map((one) => `  ${one.path || name}: expected ${one.expected}, got ${one.actual}`)
  if (lines.length === 0) lines.push(`  ${nothingCompared}: ${matchersIn(rules)}`)
  return [
    `no ${name} among the ${list.length} of ${path} is as expected. The nearest, ${path}[${best.index}], differs in`,
    ...lines,
  ].join('\n')
}
