/** Which part of a list is asked for, as its query says it. */
export type AskedPage = {
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly limit?: string | undefined
}

/** The part of a list: its last items, or the first after the one that is named. The list runs from the oldest to the newest. */
export const pageOf = <Item extends { readonly id: number }>(
  items: readonly Item[],
  { after, before, limit }: AskedPage,
): readonly Item[] => {
  const between = items.filter(
    ({ id }) => (after === undefined || id > Number(after)) && (before === undefined || id < Number(before)),
  )
  if (limit === undefined) return between
  return after === undefined ? between.slice(-Number(limit)) : between.slice(0, Number(limit))
}
