import { toInstant } from '../../base/clock.js'
import { deriveId } from '../../base/ids.js'
import type { Schema } from '../../openapi/schema.js'
import type { SessionEvent, SessionRequest } from '../model/session.js'

/** Whether a requested scheme verifies a share code of the Home Office. */
const hasShareCodeScheme = ({ profiles }: SessionRequest): boolean =>
  profiles?.advanced?.profiles.some(({ schemes }) => schemes.some(({ type }) => /SHARE_?CODE/.test(type))) === true

const hasShareCodeTask = ({ tasks }: SessionRequest): boolean =>
  tasks.some(({ type }) => type === 'VERIFY_SHARE_CODE_TASK')

/** How many share codes the person enters: those that were required, or the one of a scheme or of a task. */
export const shareCodesOf = (request: SessionRequest): number =>
  Math.max(request.shareCodes ?? 0, hasShareCodeScheme(request) || hasShareCodeTask(request) ? 1 : 0)

/** A share code that the person entered, verified. */
export const captureShareCode = (id: string, at: number): SessionEvent => {
  const instant = toInstant(at)
  const dates = { created: instant, last_updated: instant }
  const reference = (name: string, type: Schema<'MediaType'>) => ({
    media: { id: deriveId(id, name), type, ...dates },
  })
  return {
    at,
    type: 'share-code-captured',
    shareCode: {
      id,
      source: { type: 'END_USER' },
      created_at: instant,
      last_updated: instant,
      tasks: [
        {
          type: 'VERIFY_SHARE_CODE_TASK',
          id: deriveId(id, 'verification'),
          state: 'DONE',
          ...dates,
          generated_checks: [],
          generated_media: [],
        },
      ],
      lookup_profile: reference('lookup_profile', 'JSON'),
      returned_profile: reference('returned_profile', 'JSON'),
      id_photo: reference('id_photo', 'IMAGE'),
      file: reference('file', 'PDF'),
    },
  }
}
