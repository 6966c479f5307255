/** The image under test, which scripts/test.mjs names. */
export const testImage = (): string => {
  const image = process.env['TEST_IMAGE']
  if (image === undefined) throw new Error('TEST_IMAGE names no image. Run the container tests through npm test')
  return image
}
