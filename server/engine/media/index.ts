/**
 * Files that show a person and their documents: real PNG and PDF bytes, the same for the same input.
 * The drawing code is loaded at the first call.
 */
import type { DocumentImageInput } from './document-image.js'
import type { LetterInput } from './letter-text.js'
import type { FaceImageInput } from './person-images.js'
import type { ShareCodeInput } from './share-code-file.js'

export type { LetterInput } from './letter-text.js'

/** A page of a document, or one of its frames, as PNG. */
export const renderDocumentImage = async (input: DocumentImageInput): Promise<Buffer> =>
  (await import('./document-image.js')).drawDocument(input)

/** The photo cut out of a document, as PNG. */
export const renderPortrait = async (input: FaceImageInput): Promise<Buffer> =>
  (await import('./person-images.js')).drawPortrait(input)

/** The captured face, as PNG. */
export const renderFace = async (input: FaceImageInput): Promise<Buffer> =>
  (await import('./person-images.js')).drawFaceCapture(input)

/** What the Home Office shows for a share code, as PDF. */
export const renderShareCode = async (input: ShareCodeInput): Promise<Buffer> =>
  (await import('./share-code-file.js')).writeShareCode(input)

/** The In-Branch Verification letter, as PDF. */
export const renderLetter = async (input: LetterInput): Promise<Buffer> =>
  (await import('./letter.js')).writeLetter(input)
