/** What a gateway in front of Yoti answers in its place: no JSON of Yoti's. */
export type GatewayAnswer = {
  readonly title: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

const page =
  '<!doctype html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n'

/** Every such answer, by its name. */
export const gatewayAnswers: Readonly<Record<string, GatewayAnswer>> = {
  'bad-gateway-page': {
    title: 'A gateway answers 502 with a page of HTML',
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    text: page,
  },
  'unavailable-without-body': {
    title: 'A gateway answers 503 with nothing in it',
    status: 503,
    headers: {},
    text: '',
  },
  'busy-until': {
    title: 'A gateway answers 429 and says when to come back',
    status: 429,
    headers: { 'Content-Type': 'text/html', 'Retry-After': '2' },
    text: page.replaceAll('502 Bad Gateway', '429 Too Many Requests'),
  },
}

export const gatewayAnswerNames: readonly string[] = Object.keys(gatewayAnswers)

/** @throws Error for an answer that does not exist */
export const gatewayAnswer = (name: string): GatewayAnswer => {
  const found = gatewayAnswers[name]
  if (found === undefined) throw new Error(`no gateway answers '${name}'`)
  return found
}
