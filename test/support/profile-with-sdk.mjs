// A relying business's program: asks for an advanced identity profile with the official `yoti` package and prints what
// its getters say of the result. The mock is found by the package's own environment variable; the mock itself by
// MOCK_SERVER.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import yoti from 'yoti'

const key = readFileSync(fileURLToPath(new URL('../../keys/demo-private-key.pem', import.meta.url)), 'utf8')
const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key)

const specification = new yoti.SessionSpecificationBuilder()
  .withClientSessionTokenTtl(600)
  .withResourcesTtl(90_000)
  .withSubject({ subject_id: 'employee-9' })
  .withIdentityProfileRequirements({ trust_framework: 'UK_TFIDA', scheme: { type: 'DBS', objective: 'BASIC' } })
  .withAdvancedIdentityProfileRequirements(
    new yoti.AdvancedIdentityProfileRequirementsBuilder()
      .withProfile(
        new yoti.AdvancedIdentityProfileBuilder()
          .withTrustFramework('YOTI_GLOBAL')
          .withScheme(
            new yoti.AdvancedIdentityProfileSchemeBuilder().withType('GBR_RTW_SHARECODE').withLabel('LB321').build(),
          )
          .build(),
      )
      .build(),
  )
  .build()
const id = (await client.createSession(specification)).getSessionId()
await fetch(`${process.env.MOCK_SERVER}/__mock/sessions/${id}/visit`, { method: 'POST', body: '{}' })
const session = await client.getSession(id)
const profile = session.getIdentityProfile()
const advanced = session.getAdvancedIdentityProfile()
const [framework] = advanced.getIdentityProfileReport().getCompliance()
const [scheme] = framework.getSchemesCompliance()
const report = await client.getMediaContent(id, profile.getIdentityProfileReport().getMedia().getId())
const [code] = session.getResources().getShareCodeResources()
const file = await client.getMediaContent(id, code.getFile().getMedia().getId())

const result = {
  consented: session.getBiometricConsentTimestamp() instanceof Date,
  subject: profile.getSubjectId(),
  result: profile.getResult(),
  framework: framework.getTrustFramework(),
  label: scheme.getScheme().getLabel(),
  met: scheme.getRequirementsMet(),
  report: JSON.parse(report.getContent().toString()).verification_report.subject_id,
  file: file.getMimeType(),
}
process.stdout.write(`\n${JSON.stringify(result)}`)
