import { automated, type CheckKind } from './check-kind.js'

const screened = ['adverse_media', 'fitness_probity', 'pep', 'sanction', 'warning']

/** Is the person on a list? */
export const watchlistScreening: CheckKind = {
  type: 'WATCHLIST_SCREENING',
  per: 'session',
  resourcesUsed: ({ documentIds = [] }) => documentIds.slice(0, 1),
  subChecks: () => screened.map((name) => automated(name)),
}

/** The same with a search of the relying business's own. */
export const watchlistAdvancedCa: CheckKind = { ...watchlistScreening, type: 'WATCHLIST_ADVANCED_CA' }
