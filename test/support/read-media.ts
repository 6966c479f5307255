import { readSession, type SessionResult } from './answers.js'

/** The content of a media as the API serves it. */
export const readMedia = async (apiUrl: string, sessionId: string, mediaId: string | undefined): Promise<Response> =>
  fetch(`${apiUrl}/sessions/${encodeURIComponent(sessionId)}/media/${mediaId ?? 'none'}/content`)

/** A media that is JSON. */
export const readJson = async <Body>(apiUrl: string, sessionId: string, mediaId: string | undefined): Promise<Body> => {
  const response = await readMedia(apiUrl, sessionId, mediaId)
  if (response.status !== 200) throw new Error(`media ${mediaId} answers ${response.status}`)
  // The caller knows which media it reads.
  return (await response.json()) as Body
}

type Fields = Record<string, unknown>

/** What was read of a session's newest identity document. */
export const readFieldsOf = async (apiUrl: string, sessionId: string): Promise<Fields> => {
  const { resources, session_id }: SessionResult = await readSession(apiUrl, sessionId)
  return readJson(apiUrl, session_id, resources.id_documents[0]?.document_fields?.media.id)
}
