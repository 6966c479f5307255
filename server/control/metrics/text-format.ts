import { bounds, type Histogram } from './histogram.js'

export type Labels = Readonly<Record<string, string | number | undefined>>
export type Sample = readonly [labels: Labels, value: number]
export type Family =
  | {
      readonly name: string
      readonly type: 'counter' | 'gauge'
      readonly help: string
      readonly samples: readonly Sample[]
    }
  | {
      readonly name: string
      readonly type: 'histogram'
      readonly help: string
      readonly samples: readonly (readonly [labels: Labels, histogram: Histogram])[]
    }

export const metricsType = 'text/plain; version=0.0.4; charset=utf-8'

const escapeLabel = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')

const labelled = (labels: Labels) => {
  const given = Object.entries(labels).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `{${given.map(([name, value]) => `${name}="${escapeLabel(String(value))}"`).join(',')}}`
}

const histogramLines = (name: string, labels: Labels, histogram: Histogram): string[] => {
  const cumulative = histogram.cumulative()
  return [
    ...bounds.map((le, at) => `${name}_bucket${labelled({ ...labels, le })} ${cumulative[at]}`),
    `${name}_bucket${labelled({ ...labels, le: '+Inf' })} ${histogram.count}`,
    `${name}_sum${labelled(labels)} ${histogram.sum}`,
    `${name}_count${labelled(labels)} ${histogram.count}`,
  ]
}

const linesOf = (family: Family): string[] =>
  family.type === 'histogram'
    ? family.samples.flatMap(([labels, histogram]) => histogramLines(family.name, labels, histogram))
    : family.samples.map(([labels, value]) => `${family.name}${labelled(labels)} ${value}`)

/** Prometheus' text format. */
export const writeMetrics = (families: readonly Family[]): string =>
  `${families
    .flatMap((family) => [
      `# HELP ${family.name} ${family.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
      `# TYPE ${family.name} ${family.type}`,
      ...linesOf(family),
    ])
    .join('\n')}\n`
