// JSON as the serialisers of other languages write it: the signature covers their bytes, not ours.

type Write = (value: unknown) => string

/** JSON.stringify, Jackson, Newtonsoft and Ruby's to_json: no blanks, letters as they are. */
export const compact: Write = (value) => JSON.stringify(value)

const escaped = (text: string, pattern: RegExp) =>
  text.replace(pattern, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const beyondAscii = /[\u0080-\uffff]/g

/** PHP's json_encode escapes slashes and everything beyond ASCII. */
export const phpJson: Write = (value) => escaped(compact(value), beyondAscii).replaceAll('/', '\\/')

/** Python's json.dumps puts blanks after commas and colons, and escapes everything beyond ASCII. */
export const pythonJson: Write = (value) =>
  escaped(
    JSON.stringify(value, undefined, 1)
      .replace(/,\n\s*/g, ', ')
      .replace(/\n\s*/g, ''),
    beyondAscii,
  )

/** Go's json.Marshal escapes what would be markup in HTML. */
export const goJson: Write = (value) => escaped(compact(value), /[<>&]/g)
