import type { SessionResult } from '../../../support/answers.js'

type Resources = SessionResult['resources']
type Document = Resources['id_documents'][number]

const pagesOf = ({ pages }: Pick<Document, 'pages'>) =>
  pages
    .map(({ capture_method, media, frames }) =>
      [capture_method ?? 'not captured', media?.type ?? 'no image', `${frames?.length ?? 0} frames`].join(' '),
    )
    .join(', ')

const tasksOf = ({ tasks }: Pick<Document, 'tasks'>) =>
  tasks.map(({ type, state, generated_checks, generated_media }) =>
    [
      `  ${type} ${state}`,
      ...generated_checks.map((check) => `makes ${check.type}`),
      ...generated_media.map((media) => `${media.type}`),
    ].join(' '),
  )

const documentOf = (document: Document) => [
  [
    document.document_type,
    document.issuing_country,
    document.source?.type,
    `[${pagesOf(document)}]`,
    ...(document.document_fields ? ['fields'] : []),
    ...('expanded_document_fields' in document && document.expanded_document_fields ? ['expanded'] : []),
    ...('document_id_photo' in document && document.document_id_photo ? ['photo'] : []),
  ].join(' '),
  ...tasksOf(document),
]

/** A session as a reader would tell it: what was captured, then the checks and what they are about. */
export const outlineOf = ({ state, resources, checks }: SessionResult): string[] => {
  const { id_documents, supplementary_documents, liveness_capture, face_capture, applicant_profiles } = resources
  const names = new Map<string, string>()
  const name = (items: readonly { id: string }[], as: string) => {
    for (const [index, { id }] of items.entries()) names.set(id, items.length > 1 ? `${as}-${index + 1}` : as)
  }
  name(id_documents, 'id')
  name(supplementary_documents, 'supplementary')
  name(liveness_capture, 'liveness')
  name(face_capture, 'face')
  name(applicant_profiles, 'profile')
  return [
    state,
    ...id_documents.flatMap(documentOf),
    ...supplementary_documents.flatMap((document) => documentOf(document as Document)),
    ...face_capture.map(({ source, image }) => `face ${source?.type} ${image?.media?.type ?? 'no image'}`),
    ...liveness_capture.map(
      (capture) =>
        `liveness ${capture.liveness_type} ${capture.source?.type} ` +
        ('facemap' in capture
          ? `${capture.facemap?.media?.type} ${capture.frames?.length} frames`
          : `${'image' in capture ? capture.image?.media?.type : 'nothing'}`),
    ),
    ...checks.map(({ type, state: stands, resources_used, report, generated_media, scheme }) =>
      [
        type,
        stands,
        `(${resources_used.map((id) => names.get(id) ?? 'unknown').join(' ')})`,
        ...(report ? [report.recommendation.value, report.recommendation.reason ?? ''] : []),
        ...generated_media.map((media) => media.type),
        scheme ?? '',
      ]
        .filter((word) => word !== '')
        .join(' '),
    ),
  ]
}
