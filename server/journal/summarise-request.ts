import type { ControlSchema } from '../openapi/schema.js'
import { pathOf, present, sdkIdOf } from './describe-request.js'
import type { Entry } from './entry.js'
import { traceContextOf } from './trace-context.js'

/** A request as lists show it: nothing of its bodies is read. */
export const summariseRequest = (entry: Entry): ControlSchema<'RequestSummary'> => {
  const { id, at, method, operation, sessionId, scenario, verdict, notes, failure, fault, sent } = entry
  return {
    id,
    at: new Date(at).toISOString(),
    matched: operation !== undefined,
    method,
    path: pathOf(entry),
    ...present({
      milliseconds: entry.milliseconds === undefined ? undefined : Number(entry.milliseconds.toFixed(3)),
      operation,
      sdkId: sdkIdOf(entry),
      sessionId,
      scenario,
      traceId: traceContextOf(entry)?.traceId,
      status: sent?.status,
      verdict,
      fault: fault?.id,
      notes: notes.length || undefined,
      error: failure && { code: failure.code, message: failure.message },
      nearMiss: failure?.nearest?.difference,
    }),
  }
}
