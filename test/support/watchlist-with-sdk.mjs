// A relying business's program: has a person at home screened with the official `yoti` package and prints what its
// getters say. The mock is found by the package's own environment variable; the mock itself by MOCK_SERVER.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import yoti from 'yoti'

const key = readFileSync(fileURLToPath(new URL('../../keys/demo-private-key.pem', import.meta.url)), 'utf8')
const client = new yoti.IDVClient('3f6c1f4e-8a51-4b6c-9f0e-8d5f2c7a9684', key)

const specification = new yoti.SessionSpecificationBuilder()
  .withClientSessionTokenTtl(600)
  .withResourcesTtl(90_000)
  .withRequestedCheck(new yoti.RequestedThirdPartyIdentityCheckBuilder().build())
  .withRequestedCheck(new yoti.RequestedWatchlistScreeningCheckBuilder().withAdverseMediaCategory().build())
  .withRequestedCheck(
    new yoti.RequestedWatchlistAdvancedCaCheckBuilder()
      .withConfig(
        new yoti.RequestedYotiAccountWatchlistAdvancedCaConfigBuilder()
          .withMatchingStrategy(new yoti.RequestedExactMatchingStrategyBuilder().build())
          .withSources(new yoti.RequestedSearchProfileSourcesBuilder().withSearchProfile('our-profile').build())
          .withRemoveDeceased(true)
          .withShareUrl(true)
          .build(),
      )
      .build(),
  )
  .withRequiredDocument(new yoti.RequiredIdDocumentBuilder().build())
  .build()
const id = (await client.createSession(specification)).getSessionId()
await fetch(`${process.env.MOCK_SERVER}/__mock/sessions/${id}/visit`, { method: 'POST', body: '{}' })
const session = await client.getSession(id)
const [identity] = session.getThirdPartyIdentityChecks()
const [screening] = session.getWatchlistScreeningChecks()
const [advanced] = session.getWatchlistAdvancedCaChecks()
const profile = await client.getMediaContent(id, identity.getGeneratedProfile().getMedia().getId())
const summary = screening.getReport().getWatchlistSummary()
const raw = await client.getMediaContent(id, summary.getRawResults().getMedia().getId())
const search = advanced.getReport().getWatchlistSummary().getSearchConfig()

const result = {
  profile: typeof JSON.parse(profile.getContent().toString()).full_name,
  hits: summary.getTotalHits(),
  categories: summary.getSearchConfig().getCategories(),
  raw: Object.keys(JSON.parse(raw.getContent().toString())[0]),
  searchProfile: search.getSources().getSearchProfile(),
  exact: search.getMatchingStrategy().isExactMatch(),
}
process.stdout.write(`\n${JSON.stringify(result)}`)
