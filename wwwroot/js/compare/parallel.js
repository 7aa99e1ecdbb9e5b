// Runs as lines over several axes.
import { colours } from '../charts/theme.js'
import { AxisHeads } from './axisheads.js'
import { Brushes } from './brushes.js'
import { Choice } from './chosen.js'
import { Lines } from './lines.js'
import { watchLines } from './linemoves.js'
import { Paint } from './ramp.js'
import { Reading, showAbout } from './reading.js'
import { Scale } from './scale.js'
import { fitText, Surface } from './surface.js'

const room = { top: 62, bottom: 30, side: 60 }
const LEAST = 78 // CSS pixels between two axes; a narrow screen scrolls

export class Parallel {
  chosen = null
  #lines = new Lines()

  constructor(figure, data) {
    Object.assign(this, { figure, data })
    const [fields, logs, linears] = ['axes', 'log', 'linear'].map(name => JSON.parse(figure.dataset[name]))
    const { color } = figure.dataset
    this.axes = fields.map(field => ({
      column: data.columns.get(field),
      wanted: logs.includes(field) ? 'log' : linears.includes(field) ? 'linear' : 'auto',
      brush: null
    }))
    this.paint = new Paint(data.columns.get(color) ?? null, data.ids.length)
    this.order = this.#order(data.columns.get(color))
    this.reading = new Reading(figure, data)
    this.choice = new Choice(figure, () => this.brushes.clear())
    const area = figure.querySelector('[data-plot-area]')
    area.style.minWidth = `${(this.axes.length - 1) * LEAST + 2 * room.side}px`
    this.surface = new Surface(area, () => this.draw())
    this.heads = new AxisHeads(this)
    this.brushes = new Brushes(this)
    this.moves = watchLines(this)
    this.draw()
  }

  get top() { return room.top }
  get bottom() { return this.surface.height - room.bottom }

  /** The runs by colour: where low values are the better ones, these lie on top. */
  #order(column) {
    const order = Uint32Array.from({ length: this.data.ids.length }, (_, run) => run)
    if (!column) return order
    const sign = this.figure.dataset.goal === 'lower' ? -1 : 1
    const rank = column.at.map(at => Number.isNaN(at) ? -Infinity : at * sign)
    return order.sort((a, b) => rank[a] - rank[b] || a - b)
  }

  /** Lays the axes out and draws all. */
  draw() {
    const across = this.surface.width - 2 * room.side
    this.axes.forEach((axis, i) => {
      axis.x = room.side + (this.axes.length > 1 ? across * i / (this.axes.length - 1) : across / 2)
      axis.scale = new Scale(axis.column, axis.wanted, this.bottom, this.top)
      axis.pixels = axis.scale.pixels()
    })
    this.tracks = { xs: this.axes.map(({ x }) => x), ys: this.axes.map(({ pixels }) => pixels) }
    this.heads.place()
    this.#labels()
    this.brushes.place()
    this.paint.showLegend(this.figure.querySelector('[data-plot-legend]'))
    this.paintAll()
    showAbout(this.figure, this.data, `over ${this.axes.length} axes`, this.data.ids.length, this.axes.map(({ column, scale }) => ({
      field: column.field,
      words: [...column.lacks, ...scale.notPositive ? [`${scale.notPositive} of 0 or below on a logarithmic axis`] : []]
    })))
  }

  /** Draws the lines, in fewer pixels while a brush moves. */
  paintAll(isMoving = false) {
    const context = this.surface.clear(this.surface.base)
    const { codes, palette } = this.paint
    this.#lines.draw(context, this.tracks, this.order, { codes, palette }, this.chosen, isMoving ? 1 : this.surface.ratio)
    this.surface.area.dataset.drawn = this.data.ids.length
  }

  #labels() {
    const context = this.surface.clear(this.surface.labels)
    const theme = colours()
    const most = Math.max(2, Math.floor((this.bottom - this.top) / 34))
    const wide = (this.axes.length > 1 ? this.axes[1].x - this.axes[0].x : this.surface.width / 2) - 14
    Object.assign(context, { textBaseline: 'middle', lineJoin: 'round' })
    for (const { x, scale } of this.axes) {
      context.strokeStyle = theme.text
      context.lineWidth = 1
      context.strokeRect(Math.round(x) + 0.5, this.top, 0, this.bottom - this.top)
      context.strokeStyle = theme.background
      context.fillStyle = theme.text
      context.lineWidth = 3
      const isLast = x > this.surface.width - wide
      context.textAlign = isLast ? 'right' : 'left'
      for (const { value, text } of scale.ticks(most)) {
        const [at, words] = [scale.pixel(value), fitText(context, text, isLast ? room.side + 20 : wide)]
        context.strokeText(words, x + (isLast ? -5 : 5), at)
        context.fillText(words, x + (isLast ? -5 : 5), at)
      }
    }
  }
}
