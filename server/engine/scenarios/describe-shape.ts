import type { Schema } from '../../openapi/schema.js'

/** An answer in a few words, for lists: `COMPLETED, 5 APPROVE, 1 REJECT`. */
export const describeShape = ({ state, checks, resources }: Schema<'SessionResult'>): string => {
  const values = checks.map((check) => check.report?.recommendation.value ?? check.state)
  const counts = [...new Set(values)].map((value) => `${values.filter((v) => v === value).length} ${value}`)
  const documents = resources.id_documents.length + resources.supplementary_documents.length
  const captured = documents === 1 ? '1 document' : `${documents} documents`
  return [state, ...(counts.length > 0 ? counts : [`${captured}, no checks`])].join(', ')
}
