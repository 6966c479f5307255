import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { decodeText } from '../../base/decode-text.js'
import { hasHalfPair } from '../../base/read-json.js'

/**
 * Something that keeps a text from being read, and the line of it. `unreadable` is what nobody gets wrong by hand: bytes,
 * sizes, depths, aliases and tags that no scenario has.
 */
export type YamlProblem = { readonly line: number; readonly message: string; readonly unreadable?: true }

/** Fifteen times the largest scenario of the package. The parser's work is bounded with it. */
const largestFile = 32_768

const unreadable = (line: number, message: string): { readonly problems: readonly YamlProblem[] } => ({
  problems: [{ line, message, unreadable: true }],
})

/** What is wrong with a file of so many bytes; nothing when it may be read. */
export const sizeProblem = (bytes: number): YamlProblem | undefined =>
  bytes > largestFile
    ? { line: 1, message: `has ${bytes} bytes; a scenario file has at most ${largestFile}`, unreadable: true }
    : undefined

/** A text that was read: its value, and the document that knows where each part stands. */
export type ParsedYaml = { readonly value: unknown; readonly document: Document; readonly lines: LineCounter }

/** Lines and commas: so many keys and items can a file have at most. The parser takes some 50 µs for each. */
const mostParts = 1_000

const mostErrors = 20
const deepest = 64
const nestedTooDeeply = 'not a scenario: it is nested too deeply'
/** How many lists and maps may begin on one line. */
const mostOnLine = 8

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length

const countParts = (text: string): number => {
  let parts = 0
  for (const character of text) if (character === '\n' || character === '\r' || character === ',') parts++
  return parts
}

/** The first line that opens more lists and maps than a scenario has. The parser calls itself for each of them. */
const findTooDeep = (text: string): number | undefined => {
  let open = 0
  for (const [index, line] of text.split('\n').entries()) {
    const [indicators = ''] = /^[\s?:-]*/.exec(line) ?? []
    if (indicators.replace(/\s/g, '').length > mostOnLine && !/^---\s*$/.test(line)) return index + 1
    for (const character of line) {
      if (character === '[' || character === '{') open++
      if (character === ']' || character === '}') open = Math.max(0, open - 1)
    }
    if (open > deepest) return index + 1
  }
  return undefined
}

const depthOf = (value: unknown, above = 0): number => {
  if (typeof value !== 'object' || value === null || above > deepest) return above
  return Math.max(above + 1, ...Object.values(value).map((item: unknown) => depthOf(item, above + 1)))
}

type Found = { readonly at: number; readonly message: string }

/** What is read, but cannot be meant: keys that come twice, keys that are no words, aliases that stand for nothing. */
const findMisuses = (document: Document): Found[] => {
  const found: Found[] = []
  visit(document, {
    Map: (_key, map) => {
      const keys = new Set<unknown>()
      for (const { key } of map.items) {
        const at = (key as { range?: [number, number, number] } | undefined)?.range?.[0] ?? map.range?.[0] ?? 0
        if (!isScalar(key)) found.push({ at, message: 'not YAML: a key must be a word' })
        else if (keys.has(key.value)) found.push({ at, message: 'not YAML: Map keys must be unique' })
        else keys.add(key.value)
      }
    },
    Alias: (_key, alias, path) => {
      const target = alias.resolve(document)
      const isInside = target !== undefined && path.includes(target)
      if (target !== undefined && !isInside) return
      const message = isInside
        ? `the alias '*${alias.source}' stands inside what it names`
        : `no anchor '&${alias.source}' stands before the alias '*${alias.source}'`
      found.push({ at: alias.range?.[0] ?? 0, message })
    },
  })
  return found
}

const firstAlias = (document: Document): number => {
  let at = 0
  visit(document, {
    Alias: (_key, { range }) => {
      at = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return at
}

/** Reads the YAML of one file. */
export const parseYaml = (bytes: Buffer): ParsedYaml | { readonly problems: readonly YamlProblem[] } => {
  const tooLarge = sizeProblem(bytes.length)
  if (tooLarge !== undefined) return { problems: [tooLarge] }
  const decoded = decodeText(bytes)
  if ('invalidAt' in decoded) {
    const line = lineOf(bytes.toString('latin1'), decoded.invalidAt)
    return unreadable(line, `not UTF-8: the byte at position ${decoded.invalidAt}`)
  }
  const { text } = decoded
  if (countParts(text) > mostParts)
    return unreadable(1, `has more than ${mostParts} lines and commas; no scenario is as long`)
  const tooDeep = findTooDeep(text)
  if (tooDeep !== undefined) return unreadable(tooDeep, nestedTooDeeply)

  const lines = new LineCounter()
  // That keys are unique is looked at below: the parser's own check compares each key with every other.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const at = ({ at: position, message }: Found) => ({ line: Math.max(1, lines.linePos(position).line), message })
  // An unknown tag is only a warning, but its value would be read as something else.
  const errors = [...document.errors, ...document.warnings].slice(0, mostErrors).map((error) => {
    const [message = error.message] = error.message.split(/ at line \d+/)
    const problem = at({ at: error.pos[0], message: `not YAML: ${message}` })
    return error.code === 'TAG_RESOLVE_FAILED' ? { ...problem, unreadable: true as const } : problem
  })
  if (errors.length > 0) return { problems: errors }
  const misuses = findMisuses(document).slice(0, mostErrors).map(at)
  if (misuses.length > 0) return { problems: misuses }
  try {
    const value: unknown = document.toJS()
    if (depthOf(value) > deepest) return unreadable(1, nestedTooDeeply)
    if (hasHalfPair(value)) return unreadable(1, 'a text has half of a surrogate pair')
    return { value, document, lines }
  } catch (error) {
    // It refuses aliases that stand for very much.
    const { line, message } = at({ at: firstAlias(document), message: `not YAML: ${(error as Error).message}` })
    return unreadable(line, message)
  }
}
