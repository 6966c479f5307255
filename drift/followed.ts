import type { Notified, Told } from './webhooks.js'

/** What is remembered of a session: what was asked for, what was last read, what was notified. */
export type Followed = {
  readonly orderedChecks?: readonly string[]
  readonly topics?: readonly string[]
  readonly hasProfile?: boolean
  readonly state?: string
  readonly media: ReadonlyMap<string, string>
  readonly notified: readonly Notified[]
  readonly isDeleted: boolean
  /** When it was first read as completed, by the recorder's clock. */
  readonly completedAt?: number
  /** When the last of it was recorded, and where. */
  readonly lastAt: number
  readonly file: string
  /** What the completed result says, and the scenarios whose timeline it is held against. */
  readonly told?: Told
  readonly scenarios: readonly string[]
  readonly clocksAgree: boolean
}

export const unseen: Followed = {
  media: new Map(),
  notified: [],
  isDeleted: false,
  lastAt: 0,
  file: '',
  scenarios: [],
  clocksAgree: false,
}

/** Takes a difference. */
export type Differ = (what: string, details?: readonly string[]) => void
