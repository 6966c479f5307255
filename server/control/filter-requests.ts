import { mapInTurns } from '../base/in-turns.js'
import type { Entry } from '../journal/entry.js'
import { differencesFrom } from '../journal/expectation.js'
import { judgeOperation } from '../openapi/judge-operation.js'
import type { ControlQuery } from '../openapi/schema.js'
import { throwIfInvalid } from './known-names.js'
import { pageOf } from './page.js'

type Asked = Omit<NonNullable<ControlQuery<'listRequests'>>, 'view'>

/** The recorded requests that fit every filter that is given, and the page of them that is asked for. */
export const filterRequests = async (
  kept: readonly Entry[],
  { matched, after, before, limit, ...asked }: Asked,
): Promise<{ readonly found: readonly Entry[]; readonly page: readonly Entry[] }> => {
  throwIfInvalid(judgeOperation(asked.operation))
  const expected = { ...asked, ...(matched !== undefined && { matched: matched === 'true' }) }
  const judged = await mapInTurns(kept, (entry) => (differencesFrom(expected, entry).length === 0 ? [entry] : []))
  const found = judged.flat()
  return { found, page: pageOf(found, { after, before, limit }) }
}
