/** A URL or path without the slashes at its end. A regular expression takes time that grows with the square of them. */
export const withoutSlashes = (text: string): string => {
  let end = text.length
  while (text[end - 1] === '/') end--
  return text.slice(0, end)
}
