/** What a service decided about a person, in the words of the gauntlet. */
export type Decision = 'pass' | 'fail' | 'pending' | 'error'

/** A decision that a team expects where the usual policy says otherwise. */
export type ExpectRule = {
  readonly when: Readonly<Partial<Record<'scenario' | 'situation' | 'check' | 'recommendation' | 'reason', string>>>
  readonly decisions: readonly Decision[]
  readonly because: string
}

/** How the gauntlet uses a service; gauntlet.schema.json says what each key means. */
export type Description = {
  /** The folder of the file: commands and modules are found from there. */
  readonly directory: string
  readonly service: {
    readonly run?: string
    readonly directory?: string
    readonly environment?: Readonly<Record<string, string | number>>
    readonly url?: string
    readonly ready?: string
    readonly ready_within?: number
    readonly mock_port?: number
  }
  readonly begin?: {
    readonly request: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly id?: string
  }
  readonly return?: string
  readonly observe?: {
    readonly request?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly command?: string
    readonly log?: string
    readonly callback?: string
    readonly decision?: string
    readonly count?: string
  }
  readonly words?: Readonly<Partial<Record<Decision, readonly (string | number | boolean)[]>>>
  readonly module?: string
  readonly order?: Readonly<Record<string, unknown>>
  readonly webhook?: string
  readonly deletes?: boolean
  readonly patience?: number
  readonly polling?: number
  readonly leave_out?: readonly string[]
  readonly expect?: readonly ExpectRule[]
}
