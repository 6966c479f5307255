import decodeQR from 'qr/decode.js'

// Node 20 lacks two methods of ArrayBuffer that the PDF reader calls; Node 22 has them.
const resized = (buffer: ArrayBuffer, length: number) => {
  const copy = new ArrayBuffer(length)
  new Uint8Array(copy).set(new Uint8Array(buffer, 0, Math.min(length, buffer.byteLength)))
  return copy
}
for (const name of ['transfer', 'transferToFixedLength'])
  if (!(name in ArrayBuffer.prototype))
    Object.defineProperty(ArrayBuffer.prototype, name, {
      value(this: ArrayBuffer, length = this.byteLength) {
        return resized(this, length)
      },
    })

/** What a PDF's first page says, and what the QR code on it holds, read by independent readers. */
export const readPdf = async (pdf: Buffer): Promise<{ text: string; qr: string; pages: number }> => {
  const { extractImages, extractText } = await import('unpdf')
  const { text, totalPages } = await extractText(new Uint8Array(pdf), { mergePages: true })
  const [image] = await extractImages(new Uint8Array(pdf), 1)
  if (image === undefined) throw new Error('the letter shows no image')
  return { text, qr: decodeQR({ ...image, data: new Uint8Array(image.data) }), pages: totalPages }
}
