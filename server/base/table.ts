/** A table to look up texts of callers in: `constructor` and `__proto__` are in it only where a row says so. */
export const tableOf = <Value>(rows: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.assign(Object.create(null), rows)
