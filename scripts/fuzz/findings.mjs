// What was found, by its cause: how often, and the first example.
export const createFindings = (seed) => {
  const byCause = new Map()
  /** @param at the request's index, from which it can be repeated */
  const add = (cause, at, what) => {
    const known = byCause.get(cause)
    if (known !== undefined) known.count += 1
    else byCause.set(cause, { cause, count: 1, example: `--seed ${seed} --from ${at}: ${what.slice(0, 300)}` })
  }
  return { add, list: () => [...byCause.values()] }
}

export const describe = ({ method, path, body, headers }) => {
  const sent = body === undefined ? '' : ` ${String(body).slice(0, 200)}`
  return `${method} ${path.slice(0, 160)} ${JSON.stringify(headers ?? {}).slice(0, 80)}${sent}`
}
