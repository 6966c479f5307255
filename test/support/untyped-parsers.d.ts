/** Prometheus' text format, read by a package that comes without types. */
declare module 'parse-prometheus-text-format' {
  type Metric = {
    readonly labels?: Readonly<Record<string, string>>
    readonly value?: string
    readonly count?: string
    readonly sum?: string
    readonly buckets?: Readonly<Record<string, string>>
  }
  const parse: (text: string) => { readonly name: string; readonly type: string; readonly metrics: readonly Metric[] }[]
  export default parse
}

/** HAR 1.2, checked by a package that comes without types. */
declare module 'har-validator' {
  const validator: { readonly har: (har: unknown) => Promise<unknown> }
  export default validator
}
