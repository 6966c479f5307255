import { branchChecks, checkKinds } from '../../../server/engine/checks/index.js'

type Check = { readonly type: keyof typeof checkKinds; readonly used: readonly string[] }

const checkOf = (value: unknown): Check[] => {
  const { type, resources_used: used } = (value ?? {}) as { readonly type?: unknown; readonly resources_used?: unknown }
  if (typeof type !== 'string' || !Object.hasOwn(checkKinds, type)) return []
  const ids = Array.isArray(used) ? used.filter((id) => typeof id === 'string') : []
  // What has the name of a kind is one.
  return [{ type: type as Check['type'], used: ids }]
}

const image = (id: string) => ({ media: { id: `${id} image`, type: 'IMAGE' } })

/** A check that compares a document with a profile names both, in either order. */
const isAboutDocument = ({ type }: Check) => /document$/.test(checkKinds[type].per) && type !== 'PROFILE_DOCUMENT_MATCH'

const documents = (checks: readonly Check[], source: object, readsText: boolean) => {
  const ofDocuments = checks.filter(isAboutDocument)
  const ids = [...new Set(ofDocuments.flatMap(({ used }) => used.slice(0, 1)))]
  const isSupplementary = (id: string, at: number) => {
    const types = ofDocuments.filter(({ used }) => used[0] === id).map(({ type }) => type)
    if (types.some((type) => type.startsWith('SUPPLEMENTARY'))) return true
    return at > 0 && types.every((type) => branchChecks.includes(type))
  }
  const describe = (id: string, kind: 'ID' | 'SUPPLEMENTARY') => ({
    id,
    source,
    document_type: kind === 'ID' ? 'PASSPORT' : 'UTILITY_BILL',
    issuing_country: 'GBR',
    pages: [image(id)],
    ...(readsText && {
      tasks: [{ id: `${id} task`, type: `${kind}_DOCUMENT_TEXT_DATA_EXTRACTION`, state: 'DONE' }],
      document_fields: { media: { id: `${id} fields`, type: 'JSON' } },
    }),
  })
  return {
    id_documents: ids.filter((id, at) => !isSupplementary(id, at)).map((id) => describe(id, 'ID')),
    supplementary_documents: ids.filter(isSupplementary).map((id) => describe(id, 'SUPPLEMENTARY')),
  }
}

/** The resources that checks name, for an answer that has checks only: their types are the usual ones. */
export const impliedResources = (values: readonly unknown[]): object => {
  const checks = values.flatMap(checkOf)
  const isInBranch = checks.some(({ type }) => branchChecks.includes(type))
  const source = { type: isInBranch ? 'IBV' : 'END_USER' }
  const attempts = checks.filter(({ type }) => type === 'LIVENESS')
  const faces = checks.filter(({ type }) => type === 'ID_DOCUMENT_FACE_MATCH').flatMap(({ used }) => used.slice(1, 2))
  const films = attempts.map(({ used: [id] }, at) => id ?? `liveness ${at}`)
  const onlyBranch = checks.every(({ type }) => branchChecks.includes(type))
  return {
    ...documents(checks, source, !onlyBranch),
    liveness_capture: films.map((id) => ({ id, source: { type: 'END_USER' }, liveness_type: 'ZOOM', frames: [] })),
    face_capture: [...new Set(faces)]
      .filter((id) => !films.includes(id))
      .map((id) => ({ id, source, image: image(id) })),
    applicant_profiles: isInBranch ? [{ id: 'profile', source: { type: 'RELYING_BUSINESS' } }] : [],
  }
}
