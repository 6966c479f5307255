import { type Decision, decideOnError } from '../decision.ts'

/** The package throws this without exporting it. */
type YotiError = Error & { getResponseStatusCode: () => number | null; getResponseBody: () => unknown }

const isYotiError = (error: unknown): error is YotiError => error instanceof Error && 'getResponseStatusCode' in error

/** Nothing for what a gateway answers in Yoti's place. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const codeIn = (body: unknown): string | undefined => {
  // Answers that are not expected to be JSON arrive as bytes.
  const value: unknown = Buffer.isBuffer(body) ? parseJson(body.toString()) : body
  return typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : undefined
}

/** What became of a call: what it returned, or what its error means. */
export type Outcome<Result> = { readonly decision: Decision; readonly result?: Result }

/** Makes a call of the package, whose errors are decisions too. */
export const attempt = async <Result>(call: () => Promise<Result>): Promise<Outcome<Result>> => {
  try {
    return { decision: 'pass', result: await call() }
  } catch (error) {
    const status = isYotiError(error) ? error.getResponseStatusCode() : null
    // Without a status it is the package that fell over, not Yoti that answered.
    if (!isYotiError(error) || status === null) throw error
    return { decision: decideOnError(status, codeIn(error.getResponseBody())) }
  }
}
