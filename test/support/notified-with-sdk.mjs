// A relying business's program: creates a session with the official `yoti` package and wants to be told at RECEIVER.
// Prints the session's id.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import yoti from 'yoti'

const key = readFileSync(fileURLToPath(new URL('../../keys/demo-private-key.pem', import.meta.url)), 'utf8')
const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key)

const notifications = new yoti.NotificationConfigBuilder()
  .withEndpoint(process.env.RECEIVER)
  .withAuthToken('a-token')
  .withAuthTypeBearer()
  .forResourceUpdate()
  .forTaskCompletion()
  .forCheckCompletion()
  .forSessionCompletion()
  .build()
const specification = new yoti.SessionSpecificationBuilder()
  .withClientSessionTokenTtl(600)
  .withResourcesTtl(90_000)
  .withNotifications(notifications)
  .withRequestedCheck(new yoti.RequestedDocumentAuthenticityCheckBuilder().build())
  .withRequestedTask(new yoti.RequestedTextExtractionTaskBuilder().withManualCheckAlways().build())
  .withRequiredDocument(new yoti.RequiredIdDocumentBuilder().build())
  .build()
const created = await client.createSession(specification)
// The package prints errors of its own on standard output: the result is the last line.
process.stdout.write(`\n${created.getSessionId()}`)
