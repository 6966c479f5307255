const escapeOf = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text in which control characters, line ends among them, are written as `\u001b`: it stays on its line. */
export const escapeControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to escape
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, escapeOf)
