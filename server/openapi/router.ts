import { findClose, nearestOf } from '../base/nearest.js'
import { controlOperations, yotiOperations } from './generated/operations.js'

/** A method and a path template, below the base. */
export type Route = { readonly method: string; readonly path: string }

type OperationEntry = Route & { readonly operationId: string }

/** What a method and a path lead to. */
export type Match<Id extends string> =
  | { kind: 'operation'; operationId: Id; parameters: Readonly<Record<string, string>> }
  | { kind: 'other-method'; allow: readonly string[]; nearest: OperationEntry }
  /** `isClose`: the nearest is probably what was meant. */
  | { kind: 'none'; nearest: OperationEntry; isClose: boolean }

export type Router<Id extends string> = (method: string, path: string) => Match<Id>

const parameterOf = (segment: string) => (segment.startsWith('{') ? segment.slice(1, -1) : undefined)

/** The parameters that a path gives a template, still percent-encoded; nothing when it does not fit. */
const parametersOf = (template: readonly string[], path: readonly string[]) => {
  if (template.length !== path.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, segment] of template.entries()) {
    const given = path[index] ?? ''
    const name = parameterOf(segment)
    if (name === undefined ? segment !== given : given === '') return undefined
    if (name !== undefined) parameters[name] = given
  }
  return parameters
}

/** The operation whose path, with the path's own values in its parameters, is closest to what was asked for. */
const nearestOperation = (entries: readonly OperationEntry[], method: string, path: string) => {
  const given = path.split('/')
  const fill = (part: string, at: number) => (parameterOf(part) === undefined ? part : (given[at] ?? part))
  const texts = entries.map((entry) => `${entry.method} ${entry.path.split('/').map(fill).join('/')}`)
  const asked = `${method} ${path}`
  const nearest = entries[texts.indexOf(nearestOf(asked, texts) ?? '')]
  if (nearest === undefined) throw new Error('a document without operations')
  return { nearest, isClose: findClose(asked, texts) !== undefined }
}

/** Compiles a table of operations; the first entry that fits wins, so put fixed segments before parameters. */
const createRouter = <Entry extends OperationEntry>(entries: readonly Entry[]): Router<Entry['operationId']> => {
  const routes = entries.map((entry) => ({ entry, template: entry.path.split('/') }))
  return (method, path) => {
    const segments = path.split('/')
    const fitting: OperationEntry[] = []
    for (const { entry, template } of routes) {
      const parameters = parametersOf(template, segments)
      if (parameters === undefined) continue
      if (entry.method === method) return { kind: 'operation', operationId: entry.operationId, parameters }
      fitting.push(entry)
    }
    const { nearest, isClose } = nearestOperation(fitting.length > 0 ? fitting : entries, method, path)
    if (fitting.length === 0) return { kind: 'none', nearest, isClose }
    return { kind: 'other-method', allow: fitting.map((entry) => entry.method), nearest }
  }
}

export const yotiRouter: Router<(typeof yotiOperations)[number]['operationId']> = createRouter(yotiOperations)
export const controlRouter: Router<(typeof controlOperations)[number]['operationId']> = createRouter(controlOperations)
