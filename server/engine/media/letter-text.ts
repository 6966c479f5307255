import type { Person } from '../identity/index.js'

export type LetterInput = {
  readonly applicant: Pick<Person, 'fullName' | 'dateOfBirth' | 'address'>
  /** The documents that the person has to bring, in the order of the instructions. */
  readonly documents: readonly { readonly type: string; readonly country: string }[]
  readonly branch: LetterBranch
  /** When the letter becomes invalid, in milliseconds since 1970. */
  readonly deadline: number
  readonly sessionId: string
  /** The content of the code for the branch's scanner; default: the session's id. */
  readonly qrPayload?: string
}

type LetterBranch = {
  readonly name: string
  readonly address: string
  readonly post_code: string
  readonly fad_code: string
}

export type LetterSection = { readonly heading: string; readonly lines: readonly string[] }

const wordsOf = (type: string) => {
  const words = type.toLowerCase().replaceAll('_', ' ')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

/** The day on which a branch's clock shows the instant. */
const dayOf = (at: number) =>
  new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  })

/** The lines of an address that have something in them, as far as a page could show them. */
const linesIn = (address: string) =>
  address
    .slice(0, 10_000)
    .split('\n')
    .filter((line) => line !== '')

/** The parts that Yoti documents for its letter: applicant data, document list, branch, further information. */
export const letterSections = ({ applicant, documents, branch, deadline }: LetterInput): LetterSection[] => [
  {
    heading: 'Applicant',
    lines: [
      applicant.fullName,
      `Date of birth: ${applicant.dateOfBirth}`,
      ...linesIn(applicant.address.formatted_address),
    ],
  },
  { heading: 'Documents to bring', lines: documents.map(({ type, country }) => `- ${wordsOf(type)} (${country})`) },
  {
    heading: 'Branch',
    lines: [branch.name, ...linesIn(branch.address), branch.post_code, `FAD code: ${branch.fad_code}`],
  },
  { heading: 'Visit by', lines: [dayOf(deadline)] },
  {
    heading: 'Further information',
    lines: [
      'Take this letter and the original documents to the branch. They scan the code and photograph the documents.',
      'Any other branch that offers In-Branch Verification can help as well.',
    ],
  },
]

/** A section that is longer than a page is truncated: so many lines, of so many characters. */
const mostLines = 36
const lineLength = 56

/** What is shown of a section, broken into lines that fit beside the code. */
export const fittedLines = ({ lines }: LetterSection): string[] =>
  lines
    .slice(0, mostLines)
    .flatMap((line) => wrap(line.slice(0, mostLines * lineLength), lineLength))
    .slice(0, mostLines)

/** Breaks a text into lines of at most `length` characters. A longer word is cut. */
export const wrap = (text: string, length: number): string[] =>
  text.match(new RegExp(`.{1,${length}}(?:\\s+|$)|.{1,${length}}`, 'gu'))?.map((line) => line.trim()) ?? []
