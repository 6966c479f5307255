// Everything that can be read of the named session of every scenario.

/** The media in an answer, in their order. */
const mediaIn = (value) => {
  if (value === null || typeof value !== 'object') return []
  const own = typeof value.media?.id === 'string' ? [value.media] : []
  return [...own, ...Object.values(value).flatMap(mediaIn)]
}

const reads = ['configuration', 'instructions', 'instructions/contact-profile', 'instructions/pdf', 'tracked-devices']

/** Reads a session and all that it names; of its media those that are not in `seen`. Images are costly to draw. */
export const readWhole = async (pair, path, { seen = new Set(), images = true } = {}) => {
  const result = await pair.call('GET', path)
  for (const read of reads) await pair.call('GET', `${path}/${read}`)
  for (const { id, type } of mediaIn(result.json)) {
    if (seen.has(id) || (type === 'IMAGE' && !images)) continue
    seen.add(id)
    await pair.call('GET', `${path}/media/${id}/content`)
  }
  return result
}

export const replayScenarios = async (pair) => {
  pair.begin('scenarios')
  const { json } = await pair.call('GET', '/__mock/scenarios')
  for (const { id, session_id } of json.scenarios) {
    pair.ids.fix((await readWhole(pair, `/idverify/v1/sessions/${id}`)).body.toString())
    pair.ids.fix(session_id)
    await pair.call('GET', `/sandbox/idverify/v1/sessions/${session_id}`)
    await pair.call('GET', `/__mock/scenarios/${id}`)
  }
  for (const path of ['/openapi.json', '/__mock/openapi.json', '/__mock/version', '/__mock/health'])
    await pair.call('GET', path)
  await pair.call('GET', '/__mock/requests')
  pair.show()
}
