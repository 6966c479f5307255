import { URLSearchParams } from 'node:url'
import { YotiError } from '../base/errors.js'
import { isSameSecret } from '../base/secret.js'
import type { Session } from '../engine/model/session.js'
import { describeSession } from '../engine/results/describe-session.js'
import type { Catalogue } from '../engine/scenarios/catalogue.js'
import { getScenario } from '../engine/scenarios/scenario-by-id.js'
import { changeScenario, type VisitPolicy, visit } from '../engine/sessions/transitions.js'
import { takeStep, type VisitStep, whyNoLetter } from '../engine/sessions/visit-step.js'
import { findSession } from '../state/find-session.js'
import { type UpdateDeps, updateSession } from '../state/update-session.js'
import { clerkPage } from './clerk-page.js'
import { errorCodes } from './error-codes.js'
import { errorPage } from './error-page.js'
import { framedBy, goTo, type Page } from './layout.js'
import { checkOutcomes } from './outcome.js'
import type { Shown } from './parts.js'
import { personPage } from './person-page.js'
import { type ReturnUrls, returnUrlsOf, withErrorCode } from './return-urls.js'

/** What the pages need. */
export type PageDeps = UpdateDeps & {
  readonly catalogue: Catalogue
  readonly visitPolicy: VisitPolicy /** Origins that may show the pages in a frame. */
  readonly allowedOrigins: readonly string[]
}

type Asked = { readonly session: Session; readonly now: number; readonly query: string; readonly urls: ReturnUrls }

type Messages = Pick<Shown, 'problem' | 'note' | 'typed'>

/** The documents of the instructions, by requirement. */
const instructedIn = ({ instructions }: Session) =>
  instructions &&
  new Map(
    instructions.documents.map(({ requirement_id, document: { country_code, document_type } }) => [
      requirement_id,
      `${country_code} ${document_type}`,
    ]),
  )

const show = (status: number, { session, now, urls }: Asked, { catalogue }: PageDeps, said: Messages = {}): Page => {
  const view = describeSession(session, now)
  const asksForFace = session.request.checks.some(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH')
  const shown: Shown = {
    view,
    scenarios: catalogue.list(),
    asksForFace,
    instructed: instructedIn(session),
    noLetter: whyNoLetter(session, session.scenario, now),
    checks: checkOutcomes(session, now),
    ...said,
  }
  return view.in_branch ? clerkPage(status, shown) : personPage(status, shown, urls)
}

const changeTo = async (id: string | null, { session }: Asked, deps: PageDeps) => {
  if (id === null || id === session.scenario.id) return
  const scenario = getScenario(id, 'scenario', deps.catalogue)
  await updateSession(session.id, deps, (loaded, _old, now) => changeScenario(loaded, scenario, now, deps.visitPolicy))
}

const stepOf = (step: VisitStep['step'], form: URLSearchParams): VisitStep => {
  const text = form.get('document') ?? ''
  if (!/^\d{0,3}$/.test(text))
    throw new YotiError('PAYLOAD_VALIDATION', {
      errors: [{ property: 'document', message: `'${text}' is no number of a document` }],
    })
  const document = Number(text)
  const reason = form.get('reason')?.trim().slice(0, 200) ?? ''
  return { step, ...(document > 0 && { document }), ...(reason !== '' && { reason }) }
}

const cancel = (code: string, asked: Asked, deps: PageDeps): Page => {
  if (asked.urls.error !== undefined) return goTo(withErrorCode(asked.urls.error, code))
  const why = asked.session.request.sdkConfig?.['error_url']
    ? 'which is no http or https address'
    : 'which it does not name'
  const note = `The person would now be at the session's error_url, ${why}, with yotiErrorCode=${code}.`
  return show(200, asked, deps, { note })
}

const act = async (form: URLSearchParams, asked: Asked, deps: PageDeps): Promise<Page> => {
  const { session, urls, query } = asked
  const again = goTo(`?${query}`)
  const take = (step: VisitStep['step']) =>
    updateSession(session.id, deps, (loaded, scenario, now) => takeStep(loaded, scenario, stepOf(step, form), now))
  const action = form.get('action')
  switch (action) {
    case 'scan-letter':
    case 'capture-document':
    case 'capture-face':
    case 'refuse':
      await take(action)
      return again
    case 'complete':
      if (session.request.inBranch) await take(action)
      else {
        await changeTo(form.get('scenario'), asked, deps)
        await updateSession(session.id, deps, visit)
      }
      return !session.request.inBranch && urls.success !== undefined ? goTo(urls.success) : again
    case 'change-scenario':
      await changeTo(form.get('scenario'), asked, deps)
      return again
    case 'cancel': {
      const code = form.get('code') ?? '1000'
      if (Object.hasOwn(errorCodes, code)) return cancel(code, asked, deps)
      const message = `no error of Yoti's page has the code '${code}'. Known: ${Object.keys(errorCodes).join(', ')}`
      throw new YotiError('PAYLOAD_VALIDATION', { errors: [{ property: 'code', message }] })
    }
    default:
      throw new YotiError('MALFORMED_REQUEST', { message: 'The form has no action that this page knows' })
  }
}

const explain = ({ message, details: { hint, errors = [] } }: YotiError) =>
  [message, ...errors.map((error) => error.message), ...(hint === undefined ? [] : [hint])].join(': ')

const typedIn = (form: URLSearchParams): NonNullable<Shown['typed']> => {
  const [scenario, reason] = [form.get('scenario'), form.get('reason')]
  return { ...(scenario !== null && { scenario }), ...(reason !== null && { reason }) }
}

const answer = async (query: string, form: URLSearchParams | undefined, deps: PageDeps): Promise<Page> => {
  const parameters = new URLSearchParams(query)
  const sessionId = parameters.get('sessionID')
  const token = parameters.get('sessionToken')
  if (sessionId === null) return errorPage(400, '2004')
  if (token === null) return errorPage(400, '2003')
  const loaded = await findSession(sessionId, deps)
  if (loaded === undefined) return errorPage(404, '2001')
  const { session, now } = loaded
  if (!isSameSecret(token, session.clientSessionToken)) return errorPage(401, '2000')
  const asked = { session, now, query: parameters.toString(), urls: returnUrlsOf(session) }
  if (form === undefined) return show(200, asked, deps)
  try {
    return await act(form, asked, deps)
  } catch (error) {
    if (!(error instanceof YotiError)) throw error
    return show(error.status, asked, deps, { problem: explain(error), typed: typedIn(form) })
  }
}

/**
 * Yoti's user view, `/web/index.html?sessionID=…&sessionToken=…`: the page of a person at home, or of the clerk in the
 * branch. The token is the session's own, so that a page can drive no session but the one that it was opened for.
 * @param form what was posted; nothing when the page is only looked at
 */
export const userView = async (query: string, form: URLSearchParams | undefined, deps: PageDeps): Promise<Page> =>
  framedBy(await answer(query, form, deps), deps.allowedOrigins)
