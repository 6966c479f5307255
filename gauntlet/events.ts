/** The unusual events that a story may have besides the result: how the news arrives, what fails, what time does, whose data. */
export type EventKind = 'news' | 'trouble' | 'time' | 'data'

/** What a kind of event can be, with what happens in plain words. */
export type EventValue = { readonly value: string; readonly title: string }

/** The value that is nothing unusual; left out of ids. */
export const usual: Readonly<Record<EventKind, string>> = {
  news: 'in-order',
  trouble: 'none',
  time: 'usual',
  data: 'plain',
}

export const newsValues: readonly EventValue[] = [
  { value: 'in-order', title: 'the webhooks arrive in order' },
  { value: 'lost', title: 'no webhook arrives' },
  { value: 'twice', title: 'each webhook arrives twice' },
  { value: 'late', title: 'the webhooks arrive late' },
  { value: 'out-of-order', title: 'the webhooks arrive in reverse order' },
  { value: 'at-once', title: 'all webhooks arrive at the same moment' },
  { value: 'before-return', title: 'the webhooks arrive before the person is back' },
]

/** A webhook of tomorrow: no story of today has it. */
export const unknownTopic: EventValue = {
  value: 'unknown-topic',
  title: 'a webhook of a topic that nobody knows arrives first',
}

export const timeValues: readonly EventValue[] = [
  { value: 'usual', title: 'nothing takes long' },
  { value: 'review-19-minutes', title: 'an expert looks at it for 19 minutes' },
  { value: 'summer-time', title: 'the clocks change between order and result' },
]

/** A person whose name or address is not as most are: what `applicant` of a scenario says. */
export type Person = EventValue & {
  readonly applicant?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  /** What is unusual is the address: few documents have one. */
  readonly isAboutAddress?: boolean
}

export const people: readonly Person[] = [
  { value: 'plain', title: 'a plain name' },
  {
    value: 'single-name',
    title: 'a single name',
    applicant: { given_names: '', family_name: 'Suharto', full_name: 'Suharto' },
  },
  {
    value: 'no-family-name',
    title: 'no family name',
    applicant: { given_names: 'Teller', family_name: '', full_name: 'Teller' },
  },
  {
    value: 'punctuation',
    title: 'apostrophes and hyphens',
    applicant: {
      given_names: "Mary-Jane D'Arcy",
      family_name: "O'Neill-St. John",
      full_name: "Mary-Jane D'Arcy O'Neill-St. John",
    },
  },
  {
    value: 'decomposed',
    title: 'accents as separate characters',
    applicant: { given_names: 'Zoe\u0308', family_name: 'Nun\u0303ez', full_name: 'Zoe\u0308 Nun\u0303ez' },
  },
  {
    value: 'non-latin',
    title: 'letters that are not Latin',
    applicant: { given_names: 'Олена', family_name: 'Ковальчук', full_name: 'Олена Ковальчук' },
  },
  {
    value: 'long-name',
    title: 'a very long name',
    applicant: {
      given_names: 'Adolph Blaine Charles David Earl Frederick Gerald Hubert',
      family_name: 'Wolfeschlegelsteinhausenbergerdorff',
      full_name: 'Adolph Blaine Charles David Earl Frederick Gerald Hubert Wolfeschlegelsteinhausenbergerdorff',
    },
  },
  {
    value: 'indian-address',
    title: 'an address in India (format 2)',
    isAboutAddress: true,
    applicant: {
      address: {
        care_of: 'c/o R. Sharma',
        address_line1: '14 M G Road',
        district: 'Bengaluru Urban',
        state: 'Karnataka',
        postal_code: '560001',
        country_iso: 'IND',
      },
    },
  },
  {
    value: 'american-address',
    title: 'an address in the United States (format 3)',
    isAboutAddress: true,
    applicant: {
      address: {
        address_line1: '742 Main Street',
        town_city: 'Springfield',
        state: 'IL',
        postal_code: '62701',
        country_iso: 'USA',
      },
    },
  },
  {
    value: 'german-address',
    title: 'an address in Germany (format 4)',
    isAboutAddress: true,
    applicant: {
      address: { address_line1: 'Lindenstraße 9', town_city: 'Berlin', postal_code: '10115', country_iso: 'DEU' },
    },
  },
]

/** A fault of one operation: the rule for the control API without the operation. */
export type Trouble = EventValue & {
  readonly rule: Readonly<Record<string, unknown>>
  /** The operation never works in this story. */
  readonly isForEver?: boolean
}

const seconds = 'PT5S'

/** Kinds of trouble; a story names them with the operation: `getSession:503-once`. */
export const troubles: readonly Trouble[] = [
  {
    value: '429',
    title: 'is refused once with 429 and Retry-After: 1',
    rule: { status: 429, headers: { 'Retry-After': '1' }, times: 1 },
  },
  { value: '503-once', title: 'fails once with 503', rule: { status: 503, times: 1 } },
  { value: '503-thrice', title: 'fails three times with 503', rule: { status: 503, times: 3 } },
  { value: '503-for-ever', title: 'always fails with 503', rule: { status: 503 }, isForEver: true },
  { value: '500', title: 'fails once with 500', rule: { status: 500, times: 1 } },
  { value: 'timeout', title: 'answers only after five seconds, once', rule: { delay: seconds, times: 1 } },
  { value: 'reset', title: 'ends with a reset connection, once', rule: { spoil: 'reset-before', times: 1 } },
  {
    value: 'truncated',
    title: 'breaks off in the middle of its answer, once',
    rule: { spoil: 'truncated-body', times: 1 },
  },
  { value: 'malformed', title: 'answers JSON that is not valid, once', rule: { spoil: 'malformed-json', times: 1 } },
  {
    value: 'html',
    title: "answers a gateway's HTML page with 502, once",
    rule: {
      status: 502,
      body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
      headers: { 'Content-Type': 'text/html' },
      times: 1,
    },
  },
  {
    value: 'wrong-content-type',
    title: 'answers with the wrong content type, once',
    rule: { spoil: 'wrong-content-type', times: 1 },
  },
]

/** The fault of a trouble such as `getSession:503-once`; undefined for `none`. */
export const troubleOf = (trouble: string): (Trouble & { readonly operation: string }) | undefined => {
  const [operation = '', kind = ''] = trouble.split(':')
  const found = troubles.find(({ value }) => value === kind)
  return found && { ...found, operation }
}
