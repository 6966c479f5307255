/** What the standard fonts of a PDF can show besides Latin-1. */
const extra = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

const shown = (letter: string) => /[ -~\u00a0-\u00ff]/.test(letter) || extra.includes(letter)

const bases: Readonly<Record<string, string>> = { Đ: 'D', đ: 'd', Ł: 'L', ł: 'l', ı: 'i', Ħ: 'H', ħ: 'h' }

/** A text in the letters of the standard fonts: others lose their accent, or become `?`. */
export const toWinAnsi = (text: string): string =>
  [...text.normalize('NFC')]
    .map(
      (letter) =>
        [letter, bases[letter] ?? '', letter.normalize('NFD')[0] ?? ''].find((one) => one !== '' && shown(one)) ?? '?',
    )
    .join('')
