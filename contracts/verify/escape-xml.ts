/** Text as XML shows it. XML has no way to write most control characters. */
export const escapeXml = (text: string): string =>
  Array.from(text, (character) => (character < ' ' && character !== '\n' && character !== '\t' ? '\ufffd' : character))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
