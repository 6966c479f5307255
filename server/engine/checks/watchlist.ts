import { type CheckKind, type CheckSubject, firstDocument } from './check-kind.js'
import { fails, only } from './reasons.js'

const screened = ['adverse_media', 'fitness_probity', 'pep', 'sanction', 'warning']

/** The effect of a hit on one kind of list. */
const hit = (sub_check: string, hits: string) => ({
  sub_check,
  details: { number_of_hits: hits, closest_match: 'name_exact,year_of_birth' },
})

/** Is the person on a list? */
export const watchlistScreening: CheckKind = {
  type: 'WATCHLIST_SCREENING',
  order: { manualCheck: 'NEVER', usualConfig: () => ({}) },
  makesProfile: true,
  per: 'session',
  resourcesUsed: firstDocument,
  subChecks: Object.fromEntries([...screened, 'custom_search'].map((name) => [name, 'AUTOMATED' as const])),
  attempted: () => screened,
  reasons: {
    not_available: { NO_VALID_FIELDS: only() },
    consider: { POTENTIAL_MATCH: fails(hit('pep', '2'), hit('sanction', '1')) },
  },
}

const hasSearchProfile = ({ asked }: CheckSubject) => asked?.sources?.type === 'PROFILE'

/** The same with the relying business's own search. A search profile without hits has one sub-check, `custom_search`. */
export const watchlistAdvancedCa: CheckKind = {
  ...watchlistScreening,
  type: 'WATCHLIST_ADVANCED_CA',
  attempted: (subject, failing) => (failing.length === 0 && hasSearchProfile(subject) ? ['custom_search'] : screened),
}
