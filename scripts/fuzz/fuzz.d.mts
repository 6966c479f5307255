type Options = { seed?: string; seconds?: number; requests?: number; from?: number }
type Finding = { cause: string; count: number; example: string }
type Outcome = {
  byKind: Record<string, number>
  byStatus: Record<string, number>
  findings: Finding[]
  longestWait: number
  memory: (number | undefined)[]
}
export declare const fuzz: (options?: Options) => Promise<Outcome>
