/** Where two texts begin to differ, and where they are the same again to their ends. */
export type Difference = {
  readonly before: string
  readonly here: string
  readonly there: string
  readonly after: string
}

const commonLength = (a: string, b: string, from: (text: string, index: number) => string | undefined) => {
  let length = 0
  while (length < a.length && length < b.length && from(a, length) === from(b, length)) length += 1
  return length
}

/** The first difference of two texts; undefined when they are the same. */
export const firstDifference = (a: string, b: string): Difference | undefined => {
  if (a === b) return undefined
  const start = commonLength(a, b, (text, index) => text[index])
  const end = commonLength(a.slice(start), b.slice(start), (text, index) => text[text.length - 1 - index])
  return {
    before: a.slice(0, start),
    here: a.slice(start, a.length - end),
    there: b.slice(start, b.length - end),
    after: a.slice(a.length - end),
  }
}
