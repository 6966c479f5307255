import type { Session } from '../engine/model/session.js'
import { applicantFaceOf } from '../engine/results/applicant-face.js'
import { contentTypeOf, findMedia, type MediaContent } from '../engine/results/find-media.js'
import { render } from '../engine/results/render.js'
import type { Schema } from '../openapi/schema.js'
import { operations } from '../yoti/table.js'
import type { OperationAnswer } from './answer.js'
import type { DocumentOperation } from './document-operation.js'
import { exampleBytes } from './example-bytes.js'
import { faceIdsOf } from './example-faces.js'
import { type Birth, depsOf, exampleFor, idsOf, orNothing } from './situation.js'
import type { Values } from './values.js'

/** A media of a session, and where it stands. */
export type Media = { readonly place: string; readonly id: string }

/** Any operation, with a request that its document takes. */
type AnyOperation = (
  input: { request: { path: Values; query: Values; body: unknown }; session?: Session; now: number },
  deps: ReturnType<typeof depsOf>,
) => { status: number; body?: unknown; content?: MediaContent }

const isMedia = (value: object): value is Schema<'Media'> => 'id' in value && 'type' in value && 'last_updated' in value

/** The ids in a value by the property that they stand in: `{ document_fields: { media: { id } } }`. */
const idsIn = (value: unknown, place: string): [string, string][] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, place))
  if (isMedia(value)) return [[place, value.id]]
  // The deprecated key holds what `applicant_profiles` holds.
  const entries = Object.entries(value).filter(([key]) => key !== 'applicant_profile')
  return entries.flatMap(([key, below]) => idsIn(below, key === 'media' ? place : key))
}

/** The first media in each place of a session: `document_fields`, `pages`, `facemap`, … */
export const mediaOf = (session: Session, now: number): Readonly<Record<string, string>> => {
  const found = idsIn(render(session, now).resources, '')
  return Object.fromEntries(found.filter(([, id]) => findMedia(session, id, now, () => undefined)).reverse())
}

const bodyOf = (operation: DocumentOperation, session: Session | undefined, birth: Birth) => {
  if (operation.uploads) return { contentType: 'image/png', bytes: exampleBytes('image/png') }
  return session === undefined ? Object.values(operation.sends)[0] : exampleFor(session, operation.operationId, birth)
}

/** What an operation answers its example request about a session; nothing where that is an error. */
export const answerIn = (
  operation: DocumentOperation,
  birth: Birth,
  session?: Session,
  media?: Media,
): OperationAnswer | undefined =>
  orNothing(() => {
    const path = { ...faceIdsOf(birth), ...(session && idsOf(session)), ...(media && { mediaId: media.id }) }
    const request = { path, query: {}, body: bodyOf(operation, session, birth) }
    // Each operation's own input is this one, narrowed by its document.
    const decide = operations[operation.operationId] as AnyOperation
    const { status, body, content } = decide({ request, now: birth.now, ...(session && { session }) }, depsOf(birth))
    if (content?.kind === 'applicant-face' && content.image.kind === 'given')
      return { status, body: applicantFaceOf(content.image.given) }
    if (content === undefined) return { status, ...(body !== undefined && { body }) }
    const shown = operation.shows[media?.place ?? '']
    return { status, contentType: contentTypeOf(content), ...(shown !== undefined && { body: shown }) }
  })
