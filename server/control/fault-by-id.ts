import { YotiError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import type { CountedFault } from '../faults/fault.js'
import type { State } from '../state/state.js'

/** @throws YotiError FAULT_NOT_FOUND, naming the nearest */
export const getFaultRule = async (id: string, faults: State['faults']): Promise<CountedFault> => {
  const found = await faults.find(id)
  if (found !== undefined) return found
  const known = (await faults.list()).map((counted) => counted.id)
  throw new YotiError('FAULT_NOT_FOUND', { message: `No fault has the id '${id}'.${didYouMean(id, known)}` })
}
