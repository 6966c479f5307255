// What was compared, group by group, and the first differences of each.

const shown = 5

/** A known difference: `pattern`, a regular expression of its printed form, and why. `#` starts a comment. */
export const parseExpected = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [pattern = '', reason] = line.split(/\s+--\s+/)
      if (reason === undefined) throw new Error(`'${line}' has no reason; write PATTERN -- REASON`)
      return { pattern: new RegExp(pattern, 's'), reason, count: 0 }
    })

export class Report {
  #groups = new Map()
  #shownAt = Date.now()
  #expected
  #print

  constructor({ expected = [], print = console.log } = {}) {
    this.#expected = expected
    this.#print = print
  }

  #group(name) {
    const group = this.#groups.get(name) ?? { compared: 0, differences: [] }
    this.#groups.set(name, group)
    return group
  }

  /** Counts a comparison; `difference` is undefined when there is none. */
  count(name, what, difference) {
    const group = this.#group(name)
    group.compared += 1
    if (difference === undefined) return
    const text = `${what}\n${difference}`
    const known = this.#expected.find(({ pattern }) => pattern.test(text))
    if (known !== undefined) known.count += 1
    else group.differences.push(text)
  }

  /** Prints a group once it is done. */
  show(name, note = '') {
    const { compared, differences } = this.#group(name)
    const verdict = differences.length === 0 ? 'equal' : `${differences.length} DIFFERENT`
    const seconds = ((Date.now() - this.#shownAt) / 1000).toFixed(1)
    this.#shownAt = Date.now()
    this.#print(`${name.padEnd(22)} ${String(compared).padStart(6)} compared, ${verdict}${note} (${seconds} s)`)
    for (const text of differences.slice(0, shown)) this.#print(`  - ${text.replaceAll('\n', '\n    ')}`)
    if (differences.length > shown) this.#print(`  ... and ${differences.length - shown} more`)
  }

  /** Prints what was expected to differ; whether all else is equal. */
  finish() {
    for (const { pattern, reason, count } of this.#expected)
      this.#print(`expected: ${count} like ${pattern.source} (${reason})`)
    return [...this.#groups.values()].every(({ differences }) => differences.length === 0)
  }
}

/** The places where two texts part, with what is around them. */
export const firstDifference = (oldText, newText, around = 60) => {
  let at = 0
  while (at < oldText.length && oldText[at] === newText[at]) at += 1
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - around), at + around * 2))
  return `at ${at} of ${oldText.length}/${newText.length}\nold: ${part(oldText)}\nnew: ${part(newText)}`
}
