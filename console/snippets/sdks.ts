/** How a client is told to use this server. */
export type Snippet = {
  readonly name: string
  readonly language: 'js' | 'sh' | 'java' | 'text'
  readonly text: (apiUrl: string, serverUrl: string) => string
  readonly note?: string
}

const environment = 'YOTI_DOC_SCAN_API_URL'

/** As in README.md. */
export const snippets: readonly Snippet[] = [
  {
    name: 'Node.js',
    language: 'js',
    text: (apiUrl) => `import { IDVClient } from 'yoti'

const client = new IDVClient(SDK_ID, PRIVATE_KEY, { apiUrl: '${apiUrl}' })`,
  },
  {
    name: 'Go, Python, PHP, Ruby, .NET',
    language: 'sh',
    text: (apiUrl) => `export ${environment}=${apiUrl}`,
    note: 'Set it before your service starts; its SDK reads it.',
  },
  { name: 'Java', language: 'sh', text: (apiUrl) => `java -Dyoti.docs.url=${apiUrl} …` },
  { name: 'curl', language: 'sh', text: (apiUrl) => `curl ${apiUrl}/sessions/all-approve` },
  {
    name: 'A test',
    language: 'js',
    text: (_apiUrl, serverUrl) => `import { connectMockYoti } from 'mock-yoti'

const yoti = connectMockYoti('${serverUrl}')
await yoti.control.reset()
await yoti.control.nextSession({ scenario: 'wrong-document' })
// … have your service create a session, then:
const [session] = await yoti.control.sessions.list()
await yoti.control.sessions.visit(session.session_id)`,
    note: 'Or start one in the test itself: `await startMockYoti()`.',
  },
]
