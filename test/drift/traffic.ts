import { createCounterService } from '../../examples/counter-service/decide.ts'
import { createSessionDesk } from '../../examples/counter-service/manage.ts'
import { createLetters, type Letters } from '../../examples/self-signed/letters.ts'
import { createSignedFetch } from '../../examples/self-signed/signed-fetch.ts'
import type { MockYoti } from '../../server/index.js'
import type { Schema } from '../../server/openapi/schema.js'
import { inBranchOrder } from '../support/orders.js'
import { demo } from '../support/signing.js'

const application = { sdkId: demo.sdkId, key: demo.privateKey }
const topics = ['first_branch_visit', 'thank_you_email_requested', 'check_completion', 'session_completion']

/** Named results that the services read. */
export const readResults: readonly string[] = [
  ...['all-approve', 'missing-document', 'profile-mismatch', 'wrong-document', 'invalid-document'],
  ...['missing-document-rejected', 'expired-session', 'no-such-session'],
]

/** A session in a branch, whose application is told what happens. */
const visitBranch = async (url: string, { control }: MockYoti, endpoint: string) => {
  const send = createSignedFetch(url, application)
  const order = inBranchOrder({ notifications: { endpoint, topics } })
  const { session_id: id } = (await (await send('/sessions', 'POST', order)).json()) as Schema<'CreatedSession'>
  await send(`/sessions/${id}`)
  await control.sessions.visit(id)
  await control.notifications.waitFor({ sessionId: id, topic: 'session_completion' })
  await send(`/sessions/${id}`)
  const result = (await (await send(`/sessions/${id}`)).json()) as Schema<'SessionResult'>
  for (const { pages } of result.resources?.id_documents ?? [])
    await send(`/sessions/${id}/media/${pages[0]?.media?.id}/content`)
  await send(`/sessions/${id}/media/${result.resources?.id_documents?.[0]?.document_fields?.media.id}/content`)
}

/** A letter is written, the person goes to the branch, and the session is read and deleted. */
const writeLetter = async (letters: Letters, url: string, { control }: MockYoti) => {
  const send = createSignedFetch(url, application)
  const { result: id = '' } = await letters.open()
  await letters.stillAsked(id)
  const configuration = (await (await send(`/sessions/${id}/configuration`)).json()) as Schema<'SessionConfiguration'>
  const [document, bill] = configuration.capture.required_resources
  await letters.chosenBranch(id)
  await letters.instruct(id, document?.id ?? '', bill?.id ?? '')
  await letters.chosenBranch(id)
  await letters.contact(id)
  await letters.letter(id)
  await letters.email(id)
  await control.sessions.visit(id)
  await send(`/sessions/${id}`)
  await letters.forget(id)
}

/** A consumer that cannot read an answer fails, and others go on. */
const careless = async <Result>(call: () => Promise<Result>): Promise<Result | undefined> =>
  call().catch(() => undefined)

/** What the reference consumers and Yoti's own package do, each with its own calls: through the recorder. */
export const makeTraffic = async (url: string, mock: MockYoti, hook: string): Promise<void> => {
  const desk = createSessionDesk(url, application)
  const counter = createCounterService(url, application)
  const letters = createLetters(url, application)
  await careless(desk.countries)
  const opened = await careless(desk.open)
  const id = opened?.result ?? (await mock.control.sessions.start({ scenario: 'all-approve' })).session_id
  await careless(() => desk.stillAsked(id))
  await careless(() => counter.decide(id))
  await mock.control.sessions.visit(id)
  await careless(() => counter.decide(id))
  await careless(() => desk.forget(id))
  await careless(() => counter.decide(id))
  await writeLetter(letters, url, mock)
  for (const name of readResults) await careless(() => counter.decide(name))
  await createSignedFetch(url, application)('/sessions', 'POST', { requested_checks: [] })
  await visitBranch(url, mock, hook)
}
