import { deriveId } from '../base/ids.js'
import type { FaceRegister } from '../engine/model/face-register.js'
import type { DocumentOperation } from './document-operation.js'
import { exampleBytes } from './example-bytes.js'
import type { Values } from './values.js'

/** The ids of the applicant, the face and the pool that the examples of openapi.yaml are about. */
export const faceIdsOf = ({ id }: { readonly id: string }): Values => ({
  applicantId: deriveId(id, 'applicant'),
  faceId: deriveId(id, 'applicant/face'),
  poolId: deriveId(id, 'pool'),
})

/** Whether an operation is about applicants or pools. */
export const isAboutFaces = ({ tag, path }: Pick<DocumentOperation, 'tag' | 'path'>): boolean =>
  tag === 'applicants' || tag === 'pools' || path.endsWith('/applicant')

/** An applicant with a face in a pool. They are everybody's: a verifier's client may be any application. */
export const exampleFaces = ({ id, now }: { readonly id: string; readonly now: number }): FaceRegister => {
  const { applicantId = '', faceId = '', poolId = '' } = faceIdsOf({ id })
  const given = { type: 'image/png', base64: exampleBytes('image/png').toString('base64') }
  const face = { id: faceId, image: { kind: 'given', given } } as const
  return {
    applicants: [{ id: applicantId, createdAt: now, lastUpdated: now, face }],
    pools: [{ id: poolId, label: 'Returning customers', applicantIds: [applicantId] }],
  }
}
