/** A piece of code and what it is: the name of its style. */
export type Piece = { readonly text: string; readonly kind?: 'string' | 'number' | 'word' | 'comment' | 'key' }

export type Language = 'json' | 'js' | 'sh' | 'java' | 'http' | 'text'

const words = /^(?:import|from|const|await|async|new|return|true|false|null|test|expect|export|curl)$/

const tokens: Readonly<Record<Language, RegExp | undefined>> = {
  json: /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\b|\b(true|false|null)\b/g,
  js: /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)()|\b(\d+(?:\.\d+)?)\b|\b([A-Za-z]+)\b|(\/\/.*)/g,
  sh: /('(?:[^']|'\\'')*'|"(?:[^"\\]|\\.)*")()|(?<=\s)(\d+)\b|\b(curl|export|npx|npm)\b|(#.*)/g,
  java: undefined,
  http: undefined,
  text: undefined,
}

const mostHighlighted = 60_000

/** Code in pieces that have a style. Long texts are left as they are. */
export const highlight = (text: string, language: Language): readonly Piece[] => {
  const pattern = tokens[language]
  if (pattern === undefined || text.length > mostHighlighted) return [{ text }]
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, quoted, colon, number, word, comment] = match
    if (word !== undefined && language === 'js' && !words.test(word)) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    end = match.index + whole.length
    if (quoted !== undefined) {
      pieces.push({ text: quoted, kind: colon ? 'key' : 'string' })
      if (colon) pieces.push({ text: colon })
    } else if (number !== undefined) pieces.push({ text: number, kind: 'number' })
    else if (comment !== undefined) pieces.push({ text: comment, kind: 'comment' })
    else pieces.push({ text: word ?? whole, kind: 'word' })
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}
