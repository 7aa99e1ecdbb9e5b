// Dots written straight into pixels: 100,000 of them as sprites would take seconds.
import { NONE } from './ramp.js'

const disks = new Map()

/** The pixels of a disk around its middle, and how much of each it covers, for a radius in device pixels. */
function diskOf(radius) {
  const key = Math.round(radius * 2)
  if (disks.has(key)) return disks.get(key)
  const reach = Math.ceil(radius + 0.5)
  const parts = []
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const cover = Math.min(1, radius + 0.5 - Math.hypot(x, y))
      if (cover > 0) parts.push({ x, y, cover })
    }
  }
  // Typed arrays, because this is read millions of times.
  const disk = {
    reach,
    x: Int32Array.from(parts, part => part.x),
    y: Int32Array.from(parts, part => part.y),
    cover: Float64Array.from(parts, part => part.cover)
  }
  disks.set(key, disk)
  return disk
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
  let disk = diskOf(radius * ratio)
  const write = (i, colour, strength) => {
    const column = Math.round(x[i] * ratio)
    const row = Math.round(y[i] * ratio)
    if (radii) disk = diskOf(radii[i] * ratio)
    const { reach, x: across, y: down, cover: covers } = disk
    if (column < -reach || row < -reach || column >= width + reach || row >= height + reach) return
    const red = colour[0]
    const green = colour[1]
    const blue = colour[2]
    for (let d = 0; d < covers.length; d++) {
      const px = column + across[d]
      const py = row + down[d]
      if (px < 0 || py < 0 || px >= width || py >= height) continue
      const at = (py * width + px) * 4
      const cover = covers[d] * strength
      pixels[at] += (red - pixels[at]) * cover
      pixels[at + 1] += (green - pixels[at + 1]) * cover
      pixels[at + 2] += (blue - pixels[at + 2]) * cover
    }
  }
  if (chosen) for (let i = 0; i < x.length; i++) if (!chosen[i] && x[i] === x[i] && y[i] === y[i]) write(i, palette[NONE], alpha * 0.3)
  for (let i = 0; i < x.length; i++) if ((!chosen || chosen[i]) && x[i] === x[i] && y[i] === y[i]) write(i, palette[codes[i]], alpha)
  context.putImageData(image, 0, 0)
}
