import { encode } from 'uqr'
import { createCanvas } from './canvas.js'

const dot = 6

/** A QR code with its quiet zone, as PNG. */
export const drawQrCode = (payload: string): Buffer => {
  const { size, data } = encode(payload, { border: 4, ecc: 'M' })
  const colours = { paper: [255, 255, 255], inks: { black: [0, 0, 0] } } as const
  const canvas = createCanvas({ width: size * dot, height: size * dot }, colours)
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      if (dark) canvas.fill({ x: x * dot, y: y * dot, width: dot, height: dot }, 'black')
  return canvas.toPng()
}
