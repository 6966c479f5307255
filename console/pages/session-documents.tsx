import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ask } from '../core/api.js'
import type { SessionView } from '../core/types.js'
import { Badge } from '../ui/badge.js'
import { Body } from '../ui/body.js'
import { Dialog } from '../ui/dialog.js'
import { Name } from '../ui/name.js'
import { ScrollTable } from '../ui/scroll-table.js'

type Media = { readonly media?: { readonly id?: string; readonly type?: string } }
type Resource = {
  readonly id?: string
  readonly document_type?: string
  readonly issuing_country?: string
  readonly pages?: readonly Media[]
  readonly document_fields?: Media
  readonly document_id_photo?: Media
  readonly image?: Media
}
type Resources = Readonly<Record<string, unknown>>

const useMedia = (sessionId: string, mediaId: string) => {
  const [response, setResponse] = useState<Response | 'missing'>()
  useEffect(() => {
    ask(`/sessions/${encodeURIComponent(sessionId)}/media/${encodeURIComponent(mediaId)}`).then(setResponse, () =>
      setResponse('missing'),
    )
  }, [sessionId, mediaId])
  return response
}

type PictureProps = { readonly sessionId: string; readonly mediaId: string; readonly name: string }

/** An image of a session: read with the token, so it is no address that a browser could load. */
const Picture = ({ sessionId, mediaId, name }: PictureProps): JSX.Element => {
  const response = useMedia(sessionId, mediaId)
  const [url, setUrl] = useState<string>()
  const [isLarge, enlarge] = useState(false)
  useEffect(() => {
    if (response === undefined || response === 'missing' || response.status === 204) return undefined
    let made: string | undefined
    void response.blob().then((blob) => {
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [response])
  if (response === 'missing') return <p class="soft">{name}: cannot be read</p>
  if (response?.status === 204) return <p class="soft">{name}: Yoti withholds it</p>
  if (url === undefined) return <p class="soft">{name} …</p>
  return (
    <figure>
      <button type="button" class="picture" onClick={() => enlarge(true)} aria-label={`Show ${name} large`}>
        <img src={url} alt={name} />
      </button>
      <figcaption>{name}</figcaption>
      {isLarge && (
        <Dialog title={name} onClose={() => enlarge(false)}>
          <img src={url} alt={name} class="large" />
        </Dialog>
      )}
    </figure>
  )
}

const Fields = ({ sessionId, mediaId }: { sessionId: string; mediaId: string }): JSX.Element => {
  const response = useMedia(sessionId, mediaId)
  const [fields, setFields] = useState<unknown>()
  useEffect(() => {
    if (response === undefined || response === 'missing' || response.status === 204) return
    response.json().then(setFields, () => undefined)
  }, [response])
  if (response === 'missing') return <p class="soft">The fields cannot be read.</p>
  return <Body value={fields} what="the fields of the document" />
}

const titleOf = ({ document_type, issuing_country }: Resource, kind: string) =>
  [issuing_country, document_type ?? kind.replaceAll('_', ' ').replace(/s$/, '')].filter(Boolean).join(' ')

const Shown = ({ sessionId, kind, resource }: { sessionId: string; kind: string; resource: Resource }): JSX.Element => {
  const title = titleOf(resource, kind)
  const images = [
    ...(resource.pages ?? []).map((page, index) => [`${title}, page ${index + 1}`, page.media?.id] as const),
    [`${title}, photograph`, resource.document_id_photo?.media?.id] as const,
    [title, resource.image?.media?.id] as const,
  ].filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  const fields = resource.document_fields?.media?.id
  return (
    <section class="resource">
      <h3>{title}</h3>
      <div class="pictures">
        {images.map(([name, id]) => (
          <Picture key={id} sessionId={sessionId} mediaId={id} name={name} />
        ))}
      </div>
      {fields !== undefined && (
        <details>
          <summary>Text fields</summary>
          <Fields sessionId={sessionId} mediaId={fields} />
        </details>
      )}
    </section>
  )
}

/** What the session asks for, and what was captured: images and fields, as Yoti hands them out. */
export const SessionDocuments = ({ view }: { view: SessionView }): JSX.Element => {
  const { resources = {} } = view.answer as { resources?: Resources }
  const captured = Object.entries(resources).flatMap(([kind, list]) =>
    Array.isArray(list) ? (list as Resource[]).map((resource) => ({ kind, resource })) : [],
  )
  return (
    <>
      <ScrollTable label="What is asked for">
        <table class="flow">
          <caption class="off-screen">What is asked for</caption>
          <thead>
            <tr>
              <th scope="col">Asked for</th>
              <th scope="col">Accepted</th>
              <th scope="col">Captured</th>
            </tr>
          </thead>
          <tbody>
            {view.requirements.map(({ id, kind, accepted, captured: is }, index) => (
              <tr key={id}>
                <th scope="row" class="long">
                  {index + 1}. {kind === 'ID_DOCUMENT' ? 'identity document' : 'supplementary document'}
                </th>
                <td>
                  <Name text={accepted.slice(0, 4).join(', ')} />
                  {accepted.length > 4 && ' …'}
                </td>
                <td>{is ? <Badge tone="ok">captured</Badge> : <Badge tone="plain">not yet</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {captured.map(({ kind, resource }) => (
        <Shown key={resource.id} sessionId={view.session_id} kind={kind} resource={resource} />
      ))}
      {captured.length === 0 && <p class="soft">Nothing is captured yet.</p>}
    </>
  )
}
