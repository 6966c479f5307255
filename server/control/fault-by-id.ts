import { YotiError } from '../base/errors.js'
import { didYouMean } from '../base/nearest.js'
import type { CountedFault } from '../faults/fault.js'
import type { Faults } from '../state/memory/faults.js'

/** @throws YotiError FAULT_NOT_FOUND, naming the nearest */
export const getFaultRule = (id: string, faults: Faults): CountedFault => {
  const found = faults.find(id)
  if (found !== undefined) return found
  const known = faults.list().map((counted) => counted.id)
  throw new YotiError('FAULT_NOT_FOUND', { message: `No fault has the id '${id}'.${didYouMean(id, known)}` })
}
