/** The reasons for an unusable photograph of a document. Authenticity and text data checks share them. */
export const documentImageProblems = [
  'PHOTO_OVEREXPOSED',
  'PHOTO_TOO_DARK',
  'PHOTO_TOO_BLURRY',
  'DOCUMENT_TOO_DAMAGED',
  'GLARE_OBSTRUCTION',
  'OBJECT_OBSTRUCTION',
  'PARTIAL_PHOTO',
  'IMAGE_RESOLUTION_TOO_LOW',
  'COUNTRY_NOT_SUPPORTED',
  'DOCUMENT_NOT_SUPPORTED',
  'INCORRECT_DOCUMENT_TYPE',
  'DOCUMENT_VERSION_NOT_SUPPORTED',
  'MISSING_DOCUMENT_SIDE',
  'BLACK_AND_WHITE_IMAGE',
  'MISUSE',
  'INVALID',
] as const
