/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** The head of an image, which is all that tells its type. */
const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==', 'base64')

/** No page. */
const pdf = Buffer.from('%PDF-1.4\ntrailer<</Root<<>>>>\n%%EOF\n')

const examples: Readonly<Record<string, Buffer>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/jpg': jpeg,
  'application/pdf': pdf,
}

/** The least that is of a content type, as contracts show it to clients. */
export const exampleBytes = (contentType: string): Buffer => examples[contentType] ?? Buffer.from([0, 1, 2, 3])
