/** The characters that the standard fonts of a PDF have besides Latin-1. */
const extra = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

const shown = (letter: string) => /[ -~\u00a0-\u00ff]/.test(letter) || extra.includes(letter)

const bases: Readonly<Record<string, string>> = { Đ: 'D', đ: 'd', Ł: 'L', ł: 'l', ı: 'i', Ħ: 'H', ħ: 'h' }

/** A text in the characters of the standard fonts. Other letters are replaced by their basic letter, or by `?`. */
export const toWinAnsi = (text: string): string =>
  [...text.normalize('NFC')]
    .map(
      (letter) =>
        [letter, bases[letter] ?? '', letter.normalize('NFD')[0] ?? ''].find((one) => one !== '' && shown(one)) ?? '?',
    )
    .join('')
