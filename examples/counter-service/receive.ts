/** What the service does when it is told something of a session. */
export type Reaction = {
  readonly sessionId: string
  readonly next: 'send-letter' | 'read-result' | 'thank' | 'nothing'
}

const reactions: Readonly<Record<string, Reaction['next']>> = {
  instructions_email_requested: 'send-letter',
  thank_you_email_requested: 'thank',
  session_completion: 'read-result',
}

/** Reads a notification. A topic that it does not know is no error: Yoti may add some. */
export const receive = ({ session_id, topic }: { session_id: string; topic: string }): Reaction => ({
  sessionId: session_id,
  next: reactions[topic] ?? 'nothing',
})
