// A relying business's program: reads sessions with the official `yoti` package, which finds the API by its own
// environment variable, and prints what the package's getters say.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import yoti from 'yoti'

const demoKey = fileURLToPath(new URL('../../keys/demo-private-key.pem', import.meta.url))
const key = readFileSync(process.env.PRIVATE_KEY_FILE ?? demoKey, 'utf8')
const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key)

const view = (session) => ({
  id: session.getSessionId(),
  state: session.getState(),
  ttl: session.getClientSessionTokenTtl(),
  token: session.getClientSessionToken(),
  tracking: session.getUserTrackingId(),
  idDocuments: session
    .getResources()
    .getIdDocuments()
    .map((document) => ({
      id: document.getId(),
      type: document.getDocumentType(),
      country: document.getIssuingCountry(),
      frames: document.getPages().map((page) => page.getFrames().length),
    })),
  supplementaryDocuments: session
    .getResources()
    .getSupplementaryDocuments()
    .map((document) => ({
      id: document.getId(),
      type: document.getDocumentType(),
    })),
  checks: session.getChecks().map((check) => ({
    type: check.getType(),
    state: check.getState(),
    resources: check.getResourcesUsed(),
    recommendation: check.getReport()?.getRecommendation().getValue(),
    reason: check.getReport()?.getRecommendation().getReason(),
    created: check.getCreated().toISOString(),
  })),
})

const results = []
for (const id of process.argv.slice(2)) {
  try {
    results.push(view(await client.getSession(id)))
  } catch (error) {
    results.push({ error: error.message })
  }
}
// The package prints errors of its own on standard output: the results are the last line.
process.stdout.write(`\n${JSON.stringify(results)}`)
