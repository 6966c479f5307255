import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import { describeShape } from '../engine/scenarios/describe-shape.js'
import type { Scenario } from '../engine/scenarios/scenario.js'
import type { ControlSchema, Schema } from '../openapi/schema.js'
import { everyShapeInParts } from '../shapes/every-shape.js'
import type { Shape } from '../shapes/shape.js'

/** A shape without its examples. */
export type DescribedShape = Omit<ControlSchema<'ShapeSummary'>, 'answered'> & {
  /** Of a result: what its answer looks like. */
  readonly looks: string | undefined
}

const describe = ({
  id,
  title,
  groups,
  operation,
  provenance,
  state,
  params,
  scenarios,
  answers,
}: Shape): DescribedShape => {
  const { maximum } = answers
  const code = 'error' in maximum ? maximum.error.code : undefined
  const isResult = operation === 'getSession' && 'body' in maximum && maximum.status === 200 && scenarios.length > 0
  return {
    id,
    title,
    groups: [...groups],
    operation,
    status: maximum.status,
    ...(code !== undefined && { code }),
    provenance,
    state,
    params: { ...params },
    scenarios: [...scenarios],
    looks: isResult ? describeShape(maximum.body as Schema<'SessionResult'>) : undefined,
  }
}

const isSame = (some: readonly Scenario[], others: readonly Scenario[]) =>
  some.length === others.length && some.every((scenario, at) => scenario === others[at])

/** The shapes of the scenarios, made when they are first asked for and again when scenarios were replaced. */
export class ShapeList {
  #scenarios: readonly Scenario[] = []
  #made: Promise<readonly DescribedShape[]> = Promise.resolve([])

  /** The same with the examples, which are not kept: they are large, and seldom asked for. */
  withExamples(scenarios: readonly Scenario[]): Promise<readonly DescribedShape[]> {
    return this.#make(scenarios, (shape) => ({
      ...describe(shape),
      group: shape.group,
      answers: { ...shape.answers },
    }))
  }

  of(scenarios: readonly Scenario[]): Promise<readonly DescribedShape[]> {
    if (isSame(scenarios, this.#scenarios)) return this.#made
    this.#scenarios = scenarios
    this.#made = this.#make(scenarios, describe)
    return this.#made
  }

  async #make(
    scenarios: readonly Scenario[],
    show: (shape: Shape) => DescribedShape,
  ): Promise<readonly DescribedShape[]> {
    const shapes: DescribedShape[] = []
    for (const part of everyShapeInParts(scenarios)) {
      for (const shape of part) {
        shapes.push(show(shape))
        await yieldToEventLoop()
      }
      if (part.length === 0) await yieldToEventLoop()
    }
    return shapes
  }
}
