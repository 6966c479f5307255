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

/** A typing error: two letters, or less than a third of the longer text. */
const isClose = (edits: number, typed: string, name: string) =>
  edits < typed.length && edits <= Math.max(2, Math.max(typed.length, name.length) / 3)

/** The known name that was probably meant; undefined when none is close. */
export const findClose = (typed: string, known: Iterable<string>): string | undefined => {
  const best = typed.length > longestCompared ? undefined : nearest(typed, known)
  return best && isClose(best.edits, typed, best.name) ? best.name : undefined
}

/** ` Did you mean 'x'?` with the name that was probably meant, or nothing. */
export const didYouMean = (typed: string, known: Iterable<string>): string => {
  const name = findClose(typed, known)
  return name === undefined ? '' : ` Did you mean '${name}'?`
}
