import { YotiError } from '../../base/errors.js'
import type { Applicant, Face, FaceRegister, Pool } from '../model/face-register.js'

/** Above these the oldest go, so that state stays bounded. */
const mostApplicants = 1000
const mostPools = 200

/** @throws YotiError APPLICANT_NOT_FOUND */
export const getApplicant = ({ applicants }: FaceRegister, id: string): Applicant => {
  const applicant = applicants.find((one) => one.id === id)
  if (applicant === undefined) throw new YotiError('APPLICANT_NOT_FOUND', { hint: `'${id}' is no applicant's id` })
  return applicant
}

/** @throws YotiError POOL_NOT_FOUND */
export const getPool = ({ pools }: FaceRegister, id: string): Pool => {
  const pool = pools.find((one) => one.id === id)
  if (pool === undefined) throw new YotiError('POOL_NOT_FOUND', { hint: `'${id}' is no pool's id` })
  return pool
}

/** @throws YotiError APPLICANT_NOT_FOUND, FACE_NOT_FOUND */
export const getFace = (register: FaceRegister, applicantId: string, faceId: string): Face => {
  const { face } = getApplicant(register, applicantId)
  if (face === undefined || face.id !== faceId) throw new YotiError('FACE_NOT_FOUND')
  return face
}

/** The pools that an applicant is in. */
export const poolsOf = ({ pools }: FaceRegister, applicantId: string): readonly Pool[] =>
  pools.filter(({ applicantIds }) => applicantIds.includes(applicantId))

const withoutMember = (pool: Pool, applicantId: string): Pool => ({
  ...pool,
  applicantIds: pool.applicantIds.filter((id) => id !== applicantId),
})

const replacePool = (register: FaceRegister, pool: Pool): FaceRegister => ({
  ...register,
  pools: register.pools.map((one) => (one.id === pool.id ? pool : one)),
})

/** An applicant who is not there any more is in no pool either. */
const without = (register: FaceRegister, applicantId: string): FaceRegister => ({
  ...register,
  applicants: register.applicants.filter(({ id }) => id !== applicantId),
  pools: register.pools.map((pool) => withoutMember(pool, applicantId)),
})

export const addApplicant = (register: FaceRegister, applicant: Applicant): FaceRegister => {
  const [oldest] = register.applicants
  const bounded =
    oldest !== undefined && register.applicants.length >= mostApplicants ? without(register, oldest.id) : register
  return { ...bounded, applicants: [...bounded.applicants, applicant] }
}

/** @throws YotiError APPLICANT_NOT_FOUND */
export const removeApplicant = (register: FaceRegister, id: string): FaceRegister =>
  without(register, getApplicant(register, id).id)

const replaceApplicant = (register: FaceRegister, applicant: Applicant): FaceRegister => ({
  ...register,
  applicants: register.applicants.map((one) => (one.id === applicant.id ? applicant : one)),
})

/** Gives an applicant a face in place of the one before. @throws YotiError APPLICANT_NOT_FOUND */
export const putFace = (register: FaceRegister, applicantId: string, face: Face, now: number): FaceRegister =>
  replaceApplicant(register, { ...getApplicant(register, applicantId), face, lastUpdated: now })

/** @throws YotiError APPLICANT_NOT_FOUND, FACE_NOT_FOUND */
export const removeFace = (register: FaceRegister, applicantId: string, faceId: string, now: number): FaceRegister => {
  getFace(register, applicantId, faceId)
  const { face: _removed, ...applicant } = getApplicant(register, applicantId)
  return replaceApplicant(register, { ...applicant, lastUpdated: now })
}

export const addPool = (register: FaceRegister, pool: Pool): FaceRegister => ({
  ...register,
  pools: [...register.pools, pool].slice(-mostPools),
})

/** A register with the applicants and pools of another one added. */
export const mergeRegisters = (register: FaceRegister, { applicants, pools }: FaceRegister): FaceRegister =>
  pools.reduce(addPool, applicants.reduce(addApplicant, register))

/** @throws YotiError POOL_NOT_FOUND */
export const removePool = (register: FaceRegister, id: string): FaceRegister => {
  const pool = getPool(register, id)
  return { ...register, pools: register.pools.filter((one) => one !== pool) }
}

/** Puts an applicant into a pool; one who is in it already stays. @throws YotiError POOL_NOT_FOUND, APPLICANT_NOT_FOUND */
export const addMember = (register: FaceRegister, poolId: string, applicantId: string): FaceRegister => {
  const pool = getPool(register, poolId)
  getApplicant(register, applicantId)
  return replacePool(register, {
    ...pool,
    applicantIds: [...pool.applicantIds.filter((id) => id !== applicantId), applicantId],
  })
}

/** @throws YotiError POOL_NOT_FOUND, APPLICANT_NOT_FOUND also for an applicant who is not in the pool */
export const removeMember = (register: FaceRegister, poolId: string, applicantId: string): FaceRegister => {
  const pool = getPool(register, poolId)
  if (!pool.applicantIds.includes(applicantId))
    throw new YotiError('APPLICANT_NOT_FOUND', { hint: `the pool '${poolId}' has no applicant '${applicantId}'` })
  return replacePool(register, withoutMember(pool, applicantId))
}
