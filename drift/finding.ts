/** What a finding means for whoever reads it: the worst first. */
export const ranks = ['breaks', 'unknown', 'unseen'] as const
export type Rank = (typeof ranks)[number]

/** What a finding was compared with. */
export const kinds = ['document', 'catalogue', 'flow', 'contracts'] as const
export type Kind = (typeof kinds)[number]

/** A scenario file that is ready to be kept. */
export type ScenarioFileText = { readonly name: string; readonly text: string }

/** Something in recordings that is not as mock-yoti, or a consumer, expects it. Nothing of a person is in it. */
export type Finding = {
  readonly rank: Rank
  readonly kind: Kind
  /** One sentence; the same for the same difference. */
  readonly title: string
  readonly details: readonly string[]
  /** In how many places of the recordings. */
  readonly count: number
  /** The first recordings that have it. */
  readonly files: readonly string[]
  /** The consumers that it would break. */
  readonly consumers: readonly string[]
  readonly scenario?: ScenarioFileText
  /** Why a team lives with it. */
  readonly accepted?: string
}

/** What is told when something is found. */
export type Found = Pick<Finding, 'kind' | 'title'> &
  Partial<Pick<Finding, 'rank' | 'details' | 'consumers' | 'scenario'>> & { readonly file?: string }

/** Takes what is found. */
export type Tell = (found: Found) => void

const mostFiles = 5

/** Collects what is found: the same sentence is one finding. */
export const createFindings = (): { readonly tell: Tell; readonly list: () => readonly Finding[] } => {
  const byTitle = new Map<string, Finding>()
  const tell: Tell = ({ kind, title, rank = 'unknown', details = [], consumers = [], scenario, file }) => {
    const key = `${kind} ${title}`
    const known = byTitle.get(key)
    const files = known?.files ?? []
    const isNew = file !== undefined && !files.includes(file) && files.length < mostFiles
    byTitle.set(key, {
      rank,
      kind,
      title,
      details: known?.details ?? details,
      count: (known?.count ?? 0) + 1,
      files: isNew ? [...files, file] : files,
      consumers: [...new Set([...(known?.consumers ?? []), ...consumers])],
      ...((known?.scenario ?? scenario) && { scenario: known?.scenario ?? scenario }),
    } as Finding)
  }
  const order = ({ rank, kind }: Finding) => ranks.indexOf(rank) * 10 + kinds.indexOf(kind)
  return { tell, list: () => [...byTitle.values()].sort((one, other) => order(one) - order(other)) }
}
