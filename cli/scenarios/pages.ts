import type { ScenarioSources } from '../../server/engine/scenarios/scenario.js'
import { cataloguePage } from './catalogue-page.js'
import { checksPage } from './checks-page.js'

/** The pages of docs/ that are drawn from what the server knows: path → text. */
export const drawPages = async (sources: ScenarioSources): Promise<Readonly<Record<string, string>>> => ({
  'docs/catalogue.md': await cataloguePage(sources),
  'docs/checks.md': checksPage(),
})
