import yoti from 'yoti'
import { attempt, type Outcome } from './yoti-error.ts'

/** The service's order, as the package writes it. */
const order = new yoti.SessionSpecificationBuilder()
  .withClientSessionTokenTtl(900)
  .withResourcesTtl(90_000)
  .withUserTrackingId('customer-17')
  .withRequestedCheck(new yoti.RequestedDocumentAuthenticityCheckBuilder().build())
  .withRequestedCheck(new yoti.RequestedLivenessCheckBuilder().forStaticLiveness().withMaxRetries(1).build())
  .withRequestedCheck(new yoti.RequestedFaceMatchCheckBuilder().withManualCheckFallback().build())
  .withRequestedTask(new yoti.RequestedTextExtractionTaskBuilder().withManualCheckFallback().build())
  .withRequiredDocument(new yoti.RequiredIdDocumentBuilder().build())
  .build()

/** What goes over the wire. */
export const sentOrder: unknown = JSON.parse(JSON.stringify(order))

/** Everything that the service does around a result. */
export type SessionDesk = {
  /** The new session's id. */
  readonly open: () => Promise<Outcome<string>>
  /** What is still asked of the person: `ID_DOCUMENT REQUIRED`. */
  readonly stillAsked: (sessionId: string) => Promise<Outcome<string[]>>
  /** A media's type, or that Yoti keeps it to itself. */
  readonly see: (sessionId: string, mediaId: string) => Promise<Outcome<string>>
  readonly forgetMedia: (sessionId: string, mediaId: string) => Promise<Outcome<void>>
  readonly forget: (sessionId: string) => Promise<Outcome<void>>
  /** The countries whose documents are taken. */
  readonly countries: () => Promise<Outcome<string[]>>
}

/** A service that manages sessions with Yoti's own package. */
export const createSessionDesk = (url: string, { sdkId, key }: { sdkId: string; key: string }): SessionDesk => {
  const client = new yoti.IDVClient(sdkId, key, { apiUrl: url })
  return {
    open: () => attempt(async () => (await client.createSession(order)).getSessionId()),
    stillAsked: (sessionId) =>
      attempt(async () => {
        const configuration = await client.getSessionConfiguration(sessionId)
        const required = configuration.getCapture()?.getRequiredResources() ?? []
        return required.map((resource) => `${resource.getType()} ${resource.getState()}`)
      }),
    see: (sessionId, mediaId) =>
      attempt(async () => (await client.getMediaContent(sessionId, mediaId))?.getMimeType() ?? 'withheld'),
    forgetMedia: (sessionId, mediaId) =>
      attempt(async () => {
        await client.deleteMediaContent(sessionId, mediaId)
      }),
    forget: (sessionId) =>
      attempt(async () => {
        await client.deleteSession(sessionId)
      }),
    countries: () =>
      attempt(async () => {
        const documents = await client.getSupportedDocuments(false)
        return documents.getSupportedCountries().map((country: { getCode: () => string }) => country.getCode())
      }),
  }
}
