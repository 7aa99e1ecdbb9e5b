// Brushes on the axes of parallel coordinates: a run is chosen when its line goes through all of them.
import { colours } from '../charts/theme.js'
import { Surface } from './surface.js'

const REACH = 14 // CSS pixels around an axis where a brush begins
const STEP = 0.05 // of the axis, for each press of a key

export class Brushes {
  constructor(plot) {
    this.plot = plot
    this.#watch()
  }

  /** The axis below a pointer; null beside all. */
  axisAt(x, y) {
    const { axes, top, bottom } = this.plot
    return y < top - 8 || y > bottom + 8 ? null : axes.find(axis => Math.abs(axis.x - x) <= REACH) ?? null
  }

  /** Keeps brushes on their values when the plot has another size. */
  place() {
    for (const { brush, scale } of this.plot.axes) if (brush) brush.pixels = brush.places.map(place => scale.pixel(place))
    this.show()
  }

  clear() {
    for (const axis of this.plot.axes) axis.brush = null
    this.apply()
  }

  /** @param {?number[]} pixels both ends; null for no brush */
  set(axis, pixels, isMoving = false) {
    const { top, bottom } = this.plot
    const inside = pixels?.map(y => Math.max(top, Math.min(bottom, y)))
    axis.brush = inside ? { pixels: inside, places: inside.map(y => axis.scale.place(y)) } : null
    this.apply(isMoving)
  }

  /** Moves the ends of a brush by keyboard. */
  nudge(axis, key, isOther) {
    const { top, bottom } = this.plot
    const step = (bottom - top) * STEP * (key === 'ArrowUp' ? -1 : 1)
    const [upper, lower] = axis.brush ? axis.brush.pixels.toSorted((a, b) => a - b) : [top, bottom]
    // Up raises the lower end and down lowers the upper one; with Shift the other end follows.
    const moves = (key === 'ArrowUp') !== isOther ? [upper, lower + step] : [upper + step, lower]
    if (moves[1] - moves[0] > Math.abs(step) / 2) this.set(axis, moves)
    return axis.brush ? this.words(axis) : `${axis.column.field}: all`
  }

  words({ column, scale, brush }) {
    const [low, high] = scale.range(...brush.pixels)
    return low > high ? `${column.field}: none` : `${column.field} from ${column.placeWords(low)} to ${column.placeWords(high)}`
  }

  /** Chooses the runs within all brushes. */
  apply(isMoving = false) {
    const { plot } = this
    const ranges = plot.axes.filter(({ brush }) => brush).map(({ column, scale, brush }) => {
      const [low, high] = scale.range(...brush.pixels)
      return { column, low, high }
    })
    plot.chosen = ranges.length ? new Uint8Array(plot.data.ids.length).fill(1) : null
    for (const { column: { at }, low, high } of ranges) {
      for (let run = 0; run < at.length; run++) if (!(at[run] >= low && at[run] <= high)) plot.chosen[run] = 0
    }
    plot.paintAll(isMoving)
    this.show()
    if (!isMoving) plot.choice.show(ranges)
  }

  show() {
    const { surface, axes } = this.plot
    const context = surface.clear(surface.over)
    const theme = colours()
    context.strokeStyle = theme.text
    context.fillStyle = theme.curve(0)
    context.lineWidth = 1
    for (const { x, brush } of axes) {
      if (!brush) continue
      const [from, to] = brush.pixels
      context.globalAlpha = 0.25
      context.fillRect(x - 7, Math.min(from, to), 14, Math.abs(to - from))
      context.globalAlpha = 1
      context.strokeRect(x - 7, Math.min(from, to), 14, Math.abs(to - from))
    }
    return context
  }

  #watch() {
    const { area } = this.plot.surface
    let [axis, start] = [null, 0]
    const move = Surface.throttle((moved, pixels, isMoving) => this.set(moved, pixels, isMoving))
    area.addEventListener('pointerdown', event => {
      const [x, y] = this.plot.surface.at(event)
      axis = event.button === 0 ? this.axisAt(x, y) : null
      this.isBegun = axis !== null
      if (!axis) return
      start = y
      area.setPointerCapture(event.pointerId)
    })
    area.addEventListener('pointermove', event => {
      if (axis) move(axis, [start, this.plot.surface.at(event)[1]], true)
    })
    area.addEventListener('pointerup', event => {
      if (!axis) return
      const end = this.plot.surface.at(event)[1]
      // A click on an axis ends its brush.
      move(axis, Math.abs(end - start) > 4 ? [start, end] : null, false)
      axis = null
    })
    area.addEventListener('pointercancel', () => { axis = null })
  }
}
