/**
 * The first value of a header.
 * @param rawHeaders names and values in turn
 * @param name in lower case
 */
export const findHeader = (rawHeaders: readonly string[], name: string): string | undefined => {
  const at = rawHeaders.findIndex((header, index) => index % 2 === 0 && header.toLowerCase() === name)
  return at === -1 ? undefined : rawHeaders[at + 1]
}
