import type { Operation } from '../control-operation.js'
import type { Answered, Tally } from '../metrics/tally.js'
import type { DescribedShape } from '../shape-list.js'

const show = ({ count, lastAt }: Answered) =>
  count === 0 ? { count } : { count, last_at: new Date(lastAt).toISOString() }

const sum = (all: readonly Answered[]): Answered =>
  all.reduce((one, other) => ({ count: one.count + other.count, lastAt: Math.max(one.lastAt, other.lastAt) }), {
    count: 0,
    lastAt: 0,
  })

/** How often each operation, status and error was answered. */
const answeredOperations = (tally: Tally) => {
  const found = new Map<string, Answered & { operation: string; status: number; code: string | undefined }>()
  for (const { operation, status, code, durations, lastAt } of tally.kinds()) {
    if (operation === undefined || status === undefined) continue
    const key = `${operation} ${status} ${code ?? ''}`
    const known = found.get(key) ?? { operation, status, code, count: 0, lastAt: 0 }
    found.set(key, { ...known, ...sum([known, { count: durations.count, lastAt }]) })
  }
  return found
}

export const listShapes: Operation<'listShapes', 'catalogue' | 'tally' | 'shapes'> = async (
  { request },
  { catalogue, tally, shapes: list },
) => {
  const withExamples = request.query.examples === 'true'
  const shapes = withExamples ? await list.withExamples(catalogue.list()) : await list.of(catalogue.list())
  const operations = answeredOperations(tally)
  const keyOf = ({ operation, status, code }: DescribedShape) => `${operation} ${status} ${code ?? ''}`
  const like = new Map<string, number>()
  for (const shape of shapes) like.set(keyOf(shape), (like.get(keyOf(shape)) ?? 0) + 1)
  const isAlone = (shape: DescribedShape) => like.get(keyOf(shape)) === 1
  const answeredOf = (shape: DescribedShape): Answered | undefined => {
    const { looks } = shape
    if (looks !== undefined) return sum(shape.scenarios.map((scenario) => tally.answeredResult(scenario, looks)))
    return isAlone(shape) ? (operations.get(keyOf(shape)) ?? { count: 0, lastAt: 0 }) : undefined
  }
  return {
    status: 200,
    body: {
      shapes: shapes.map((shape) => {
        const { looks: _looks, ...shown } = shape
        const answered = answeredOf(shape)
        return { ...shown, ...(answered && { answered: show(answered) }) }
      }),
      operations: [...operations.values()].map(({ operation, status, code, count, lastAt }) => ({
        operation,
        status,
        ...(code !== undefined && { code }),
        count,
        last_at: new Date(lastAt).toISOString(),
      })),
    },
  }
}
