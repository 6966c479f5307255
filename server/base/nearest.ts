import { distance } from 'fastest-levenshtein'

/** The names by how few edits lead from what was typed to them, nearest first. */
const rank = (typed: string, known: Iterable<string>) =>
  [...known]
    .map((name) => ({ name, edits: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)

/** The known name that is closest to what was typed, however far it is. */
export const nearestOf = (typed: string, known: Iterable<string>): string | undefined => rank(typed, known)[0]?.name

/** ` Did you mean 'x'?` with the nearest known name, or nothing when none comes close. */
export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const [best] = rank(typed, known)
  return best && best.edits <= Math.max(2, best.name.length / 2) ? ` Did you mean '${best.name}'?` : ''
}
