import { distance } from 'fastest-levenshtein'

/** Longer than any name. The work of comparing two texts grows with the product of their lengths. */
const longestCompared = 100

const lower = (text: string) => text.slice(0, longestCompared).toLowerCase()

/** The name that takes the fewest edits to reach from what was typed. */
const nearest = (typed: string, known: Iterable<string>) => {
  const wanted = lower(typed)
  let best: { name: string; edits: number } | undefined
  for (const name of known) {
    const edits = distance(wanted, lower(name))
    if (best === undefined || edits < best.edits) best = { name, edits }
  }
  return best
}

/** The known name that is closest to what was typed, however far it is. */
export const nearestOf = (typed: string, known: Iterable<string>): string | undefined => nearest(typed, known)?.name

/** ` Did you mean 'x'?` with the nearest known name, or nothing when none comes close. */
export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const best = typed.length > longestCompared ? undefined : nearest(typed, known)
  return best && best.edits <= Math.max(2, best.name.length / 2) ? ` Did you mean '${best.name}'?` : ''
}
