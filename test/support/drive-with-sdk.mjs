// A relying business's program: makes every call that the official `yoti` package has, in the order of a real session,
// and prints what came back. The mock is found by the package's own environment variable; the mock itself by MOCK_SERVER.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import yoti from 'yoti'

const key = readFileSync(fileURLToPath(new URL('../../keys/demo-private-key.pem', import.meta.url)), 'utf8')
const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key)
const visit = (id) => fetch(`${process.env.MOCK_SERVER}/__mock/sessions/${id}/visit`, { method: 'POST', body: '{}' })
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

const specification = new yoti.SessionSpecificationBuilder()
  .withClientSessionTokenTtl(600)
  .withResourcesTtl(90_000)
  .withUserTrackingId('sdk-1')
  .withRequestedCheck(new yoti.RequestedDocumentAuthenticityCheckBuilder().build())
  .withRequestedCheck(new yoti.RequestedLivenessCheckBuilder().forStaticLiveness().withMaxRetries(1).build())
  .withRequestedCheck(new yoti.RequestedFaceComparisonCheckBuilder().withManualCheckNever().build())
  .withRequestedTask(new yoti.RequestedTextExtractionTaskBuilder().withManualCheckAlways().build())
  .withRequiredDocument(new yoti.RequiredIdDocumentBuilder().build())
  .build()

const created = await client.createSession(specification)
const id = created.getSessionId()
const configuration = await client.getSessionConfiguration(id)
const required = configuration.getCapture().getRequiredResources()
const faceRequirement = required.find((resource) => resource.getType() === 'FACE_CAPTURE')
const face = await client.createFaceCaptureResource(
  id,
  new yoti.CreateFaceCaptureResourcePayloadBuilder().withRequirementId(faceRequirement.getId()).build(),
)
await client.uploadFaceCaptureImage(
  id,
  face.getId(),
  new yoti.UploadFaceCaptureImagePayloadBuilder().forPngImage().withImageContents(png).build(),
)
await visit(id)
const session = await client.getSession(id)
const [document] = session.getResources().getIdDocuments()
const fieldsId = document.getDocumentFields().getMedia().getId()
const fields = await client.getMediaContent(id, fieldsId)
const photo = await client.getMediaContent(id, document.getDocumentIdPhoto().getMedia().getId())
const devices = await client.getSessionTrackedDevices(id)
await client.deleteSessionTrackedDevices(id)
const devicesLeft = await client.getSessionTrackedDevices(id)
await client.deleteMediaContent(id, fieldsId)
const deletedMedia = await client.getMediaContent(id, fieldsId).catch((error) => error.message)
const countries = (await client.getSupportedDocuments(true)).getSupportedCountries()
await client.deleteSession(id)
const deleted = await client.getSession(id).catch((error) => error.message)

const result = {
  ttl: created.getClientSessionTokenTtl(),
  required: required.map((resource) => resource.getType()),
  frames: face.getFrames(),
  state: session.getState(),
  checks: session.getChecks().map((check) => check.getType()),
  textDataChecks: document.getTextExtractionTasks().flatMap((task) => task.getGeneratedTextDataChecks()).length,
  fields: JSON.parse(fields.getContent().toString()).document_type,
  photo: photo.getMimeType(),
  devices: devices.getDeviceEvents().length,
  devicesLeft: devicesLeft.getDeviceEvents().length,
  deletedMedia,
  britain: countries.find((country) => country.getCode() === 'GBR').getSupportedDocuments().length,
  deleted,
}
// The package prints errors of its own on standard output: the result is the last line.
process.stdout.write(`\n${JSON.stringify(result)}`)
