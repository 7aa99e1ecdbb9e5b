// Dots written straight into pixels: 100,000 of them as sprites would take seconds.
import { NONE } from './ramp.js'

const disks = new Map()

/** How much of each pixel a disk covers, for a radius in device pixels. */
function diskOf(radius) {
  const key = Math.round(radius * 2)
  if (disks.has(key)) return disks.get(key)
  const reach = Math.ceil(radius + 0.5)
  const offsets = []
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const cover = Math.min(1, radius + 0.5 - Math.hypot(x, y))
      if (cover > 0) offsets.push([x, y, cover])
    }
  }
  disks.set(key, offsets)
  return offsets
}

/**
 * Writes dots over what is drawn.
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Float32Array, y: Float32Array, radii: ?Float32Array, radius: number, ratio: number, alpha: number }} dots in CSS pixels; NaN for no dot
 * @param {{ codes: Uint8Array, palette: number[][] }} paint
 * @param {?Uint8Array} chosen 1 for those in colour, all others are grey and faint; null for all
 */
export function drawDots(context, { x, y, radii, radius, ratio, alpha }, { codes, palette }, chosen) {
  const { width, height } = context.canvas
  const image = context.getImageData(0, 0, width, height)
  const pixels = image.data
  const write = (i, [red, green, blue], strength) => {
    const [column, row] = [Math.round(x[i] * ratio), Math.round(y[i] * ratio)]
    const disk = diskOf((radii ? radii[i] : radius) * ratio)
    for (let d = 0; d < disk.length; d++) {
      const [px, py] = [column + disk[d][0], row + disk[d][1]]
      if (px < 0 || py < 0 || px >= width || py >= height) continue
      const at = (py * width + px) * 4
      const cover = disk[d][2] * strength
      pixels[at] += (red - pixels[at]) * cover
      pixels[at + 1] += (green - pixels[at + 1]) * cover
      pixels[at + 2] += (blue - pixels[at + 2]) * cover
    }
  }
  if (chosen) for (let i = 0; i < x.length; i++) if (!chosen[i] && x[i] === x[i] && y[i] === y[i]) write(i, palette[NONE], alpha * 0.3)
  for (let i = 0; i < x.length; i++) if ((!chosen || chosen[i]) && x[i] === x[i] && y[i] === y[i]) write(i, palette[codes[i]], alpha)
  context.putImageData(image, 0, 0)
}
