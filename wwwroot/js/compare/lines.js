// Lines over several axes. Few are drawn by the canvas; of many, which it would take half a second for, each pixel counts the lines
// that cross it and keeps the colour of the last one.
import { NONE } from './ramp.js'

const FEW = 1500
const COUNT = 0x3fff // room for 16,383 lines in a pixel; the code of a colour stands above it

/** Adds all lines between two neighbouring axes to the counts. */
function cross({ counts, width, height }, [fromX, from], [toX, to], order, chosen, codes) {
  const steps = Math.max(1, toX - fromX)
  for (let k = 0; k < order.length; k++) {
    const run = order[k]
    if (chosen && !chosen[run]) continue
    const [start, end] = [from[run], to[run]]
    if (!(start >= 0 && end >= 0 && start < height && end < height)) continue
    const code = codes[run] << 14
    const rise = end - start
    if (Math.abs(rise) <= steps) {
      const slope = rise / steps
      for (let x = fromX, y = start; x < toX; x++, y += slope) {
        const at = (y | 0) * width + x
        counts[at] = ((counts[at] & COUNT) + 1) | code
      }
    } else {
      const sign = rise > 0 ? 1 : -1
      const slope = steps / Math.abs(rise)
      const last = end | 0
      for (let y = start | 0, x = fromX; y !== last; y += sign, x += slope) {
        const at = y * width + (x | 0)
        counts[at] = ((counts[at] & COUNT) + 1) | code
      }
    }
  }
}

export class Lines {
  #sheet = document.createElement('canvas')

  /**
   * @param {CanvasRenderingContext2D} context in CSS pixels
   * @param {{ xs: number[], ys: Float32Array[] }} tracks the axes and the places of the runs on them, NaN without one
   * @param {Uint32Array} order the runs, those on top last
   * @param {{ codes: Uint8Array, palette: number[][] }} paint
   * @param {?Uint8Array} chosen 1 for those in colour, all others are faint; null for all
   * @param {number} scale device pixels of a CSS pixel
   */
  draw(context, tracks, order, paint, chosen, scale) {
    if (order.length <= FEW) this.#strokes(context, tracks, order, paint, chosen)
    else this.#pixels(context, tracks, order, paint, chosen, scale)
  }

  #strokes(context, { xs, ys }, order, { codes, palette }, chosen) {
    const pass = (wanted, colourOf, alpha) => {
      context.globalAlpha = alpha
      context.lineWidth = order.length < 200 ? 1.5 : 1
      for (const run of order) {
        if (chosen && Boolean(chosen[run]) !== wanted) continue
        context.strokeStyle = colourOf(run)
        context.beginPath()
        for (let axis = 0, isBroken = true; axis < xs.length; axis++) {
          const y = ys[axis][run]
          if (y === y) isBroken ? context.moveTo(xs[axis], y) : context.lineTo(xs[axis], y)
          isBroken = y !== y
        }
        context.stroke()
      }
    }
    if (chosen) pass(false, () => `rgb(${palette[NONE]})`, 0.12)
    pass(true, run => `rgb(${palette[codes[run]]})`, order.length < 200 ? 0.85 : 0.5)
    context.globalAlpha = 1
  }

  #pixels(context, tracks, order, { codes, palette }, chosen, scale) {
    const [width, height] = [Math.ceil(context.canvas.clientWidth * scale), Math.ceil(context.canvas.clientHeight * scale)]
    if (this.#sheet.width !== width || this.#sheet.height !== height) {
      Object.assign(this.#sheet, { width, height })
      this.counts = new Int32Array(width * height)
      this.faint = null
    }
    const xs = tracks.xs.map(x => Math.round(x * scale))
    const ys = tracks.ys.map(places => places.map(y => y * scale))
    const count = (counts, some) => {
      counts.fill(0)
      for (let axis = 1; axis < xs.length; axis++) {
        cross({ counts, width, height }, [xs[axis - 1], ys[axis - 1]], [xs[axis], ys[axis]], order, some, codes)
      }
    }
    // The faint lines stay the same while a brush moves.
    if (chosen && this.faintOf !== tracks) this.faint = null
    if (chosen && !this.faint) count(this.faint = new Int32Array(width * height), null)
    this.faintOf = tracks
    count(this.counts, chosen)
    const sheet = this.#sheet.getContext('2d')
    const image = sheet.createImageData(width, height)
    mix(image.data, this.counts, chosen ? this.faint : null, palette)
    sheet.putImageData(image, 0, 0)
    context.drawImage(this.#sheet, 0, 0, width / scale, height / scale)
  }
}

/** The strengths of so many lines over each other. */
const strengths = of => Uint8Array.from({ length: COUNT + 1 }, (_, count) => Math.round(255 * (1 - (1 - of) ** count)))
const [strong, weak] = [strengths(0.3), strengths(0.02)]

function mix(pixels, counts, faint, palette) {
  const colours = new Uint32Array(256)
  palette.forEach(([red, green, blue], code) => { colours[code] = blue << 16 | green << 8 | red })
  const words = new Uint32Array(pixels.buffer)
  for (let i = 0; i < counts.length; i++) {
    const here = counts[i]
    if (here) words[i] = (strong[here & COUNT] << 24 | colours[here >> 14]) >>> 0
    else if (faint?.[i]) words[i] = (Math.min(90, weak[faint[i] & COUNT]) << 24 | colours[NONE]) >>> 0
  }
}
