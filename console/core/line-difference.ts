/** A line of a difference of two texts. */
export type DifferentLine = { readonly text: string; readonly side: 'both' | 'removed' | 'added' }

/** Above this many lines on both sides together, comparing them would hold the page up. */
const mostCompared = 4000

const lengths = (a: readonly string[], b: readonly string[]): readonly Uint16Array[] => {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i] ?? new Uint16Array()
      row[j] = a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

/** The lines of two texts, with those that only one has: a longest common subsequence. */
export const lineDifference = (before: string, after: string): readonly DifferentLine[] => {
  const a = before.split('\n')
  const b = after.split('\n')
  if (a.length + b.length > mostCompared)
    return [
      ...a.map((text) => ({ text, side: 'removed' as const })),
      ...b.map((text) => ({ text, side: 'added' as const })),
    ]
  const table = lengths(a, b)
  const lines: DifferentLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ text: a[i] ?? '', side: 'both' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      lines.push({ text: a[i] ?? '', side: 'removed' })
      i += 1
    } else {
      lines.push({ text: b[j] ?? '', side: 'added' })
      j += 1
    }
  }
  return lines
}
