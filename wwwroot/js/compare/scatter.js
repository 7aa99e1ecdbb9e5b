// Runs as dots: any field against any other.
import { colours } from '../charts/theme.js'
import { Choice } from './chosen.js'
import { drawDots } from './dots.js'
import { Nearby } from './nearby.js'
import { Paint } from './ramp.js'
import { Reading, showAbout } from './reading.js'
import { Scale } from './scale.js'
import { fitText, Surface } from './surface.js'
import { watchScatter } from './scattermoves.js'

const room = { top: 10, right: 14, bottom: 42 }
const looks = [[500, 4.5, 0.85], [5000, 3.5, 0.6], [30000, 2.5, 0.4], [Infinity, 2, 0.25]] // up to so many runs: radius, opacity

export class Scatter {
  chosen = null
  #nearby = null

  constructor(figure, data) {
    Object.assign(this, { figure, data })
    const column = name => data.columns.get(figure.dataset[name])
    Object.assign(this, { x: column('x'), y: column('y'), size: column('size') })
    this.paint = new Paint(column('color') ?? null, data.ids.length)
    this.reading = new Reading(figure, data)
    this.choice = new Choice(figure, () => this.moves.choose(null))
    this.surface = new Surface(figure.querySelector('[data-plot-area]'), () => this.draw())
    this.moves = watchScatter(this)
    this.draw()
  }

  /** Made when the pointer first needs it, after the dots are seen. */
  get nearby() {
    return this.#nearby ??= new Nearby(this.dots.x, this.dots.y, this.surface.width, this.surface.height)
  }

  get frame() {
    const left = this.y.isCategory ? Math.min(130, this.surface.width * 0.3) : 62
    return { left, top: room.top, right: this.surface.width - room.right, bottom: this.surface.height - room.bottom }
  }

  draw() {
    const { left, top, right, bottom } = this.frame
    this.scaleX = new Scale(this.x, this.figure.dataset.xscale, left, right)
    this.scaleY = new Scale(this.y, this.figure.dataset.yscale, bottom, top)
    this.dots = { x: this.scaleX.pixels(), y: this.scaleY.pixels(), ratio: this.surface.ratio, radii: this.#radii() }
    for (let i = 0; i < this.dots.x.length; i++) if (Number.isNaN(this.dots.y[i])) this.dots.x[i] = NaN
    this.drawn = this.dots.x.reduce((count, at) => count + (at === at), 0)
    const [, radius, alpha] = looks.find(([most]) => this.drawn <= most)
    Object.assign(this.dots, { radius, alpha })
    this.#nearby = null
    this.paintAll()
    this.moves.reset()
    this.paint.showLegend(this.figure.querySelector('[data-plot-legend]'))
    const front = this.data.front.length ? `, ${this.data.front.length} of them not beaten in both` : ''
    showAbout(this.figure, this.data, `by ${this.x.field} and ${this.y.field}${front}`, this.drawn, [this.scaleX, this.scaleY].map(scale => ({
      field: scale.column.field,
      words: [...scale.column.lacks, ...scale.notPositive ? [`${scale.notPositive} of 0 or below on a logarithmic axis`] : []]
    })))
  }

  /** Draws axes and dots; those that are not chosen faintly. */
  paintAll() {
    const context = this.surface.clear(this.surface.base)
    const theme = colours()
    context.fillStyle = theme.background
    context.fillRect(0, 0, this.surface.width, this.surface.height)
    this.#axes(context, theme)
    drawDots(context, this.dots, { codes: this.paint.codes, palette: this.paint.palette }, this.chosen)
    this.#front(context, theme)
    this.surface.area.dataset.drawn = this.drawn
  }

  #radii() {
    if (!this.size) return null
    const scale = new Scale(this.size, 'auto', 2, 11)
    return Float32Array.from(this.size.at, at => scale.pixel(at) || 2)
  }

  #axes(context, theme) {
    const { left, top, right, bottom } = this.frame
    context.strokeStyle = theme.grid
    context.fillStyle = theme.text
    context.lineWidth = 1
    const line = (fromX, fromY, toX, toY) => {
      context.beginPath()
      context.moveTo(Math.round(fromX) + 0.5, Math.round(fromY) + 0.5)
      context.lineTo(Math.round(toX) + 0.5, Math.round(toY) + 0.5)
      context.stroke()
    }
    const across = Math.max(2, Math.floor((right - left) / 80))
    const ticks = this.scaleX.ticks(across)
    const wide = (right - left) / Math.max(1, ticks.length) - 8
    Object.assign(context, { textAlign: 'center', textBaseline: 'top' })
    for (const { value, text } of ticks) {
      const at = this.scaleX.pixel(value)
      line(at, top, at, bottom)
      context.fillText(fitText(context, text, wide), at, bottom + 5)
    }
    context.fillText(fitText(context, this.#title(this.scaleX), right - left), (left + right) / 2, bottom + 23)
    Object.assign(context, { textAlign: 'right', textBaseline: 'middle' })
    for (const { value, text } of this.scaleY.ticks(Math.max(2, Math.floor((bottom - top) / 32)))) {
      const at = this.scaleY.pixel(value)
      line(left, at, right, at)
      context.fillText(fitText(context, text, left - 26), left - 6, at)
    }
    context.save()
    context.translate(9, (top + bottom) / 2)
    context.rotate(-Math.PI / 2)
    context.textAlign = 'center'
    context.fillText(fitText(context, this.#title(this.scaleY), bottom - top), 0, 0)
    context.restore()
  }

  #title = scale => `${scale.column.field}${scale.isLog ? ' (logarithmic)' : ''}`

  #front(context, theme) {
    const { x, y } = this.dots
    const front = this.data.front.filter(run => x[run] === x[run])
    context.strokeStyle = theme.failed
    context.lineWidth = 1.5
    context.beginPath()
    front.forEach((run, i) => {
      if (i) context.lineTo(x[run], y[front[i - 1]])
      context.lineTo(x[run], y[run])
    })
    for (const run of front) {
      context.moveTo(x[run] + 6, y[run])
      context.arc(x[run], y[run], 6, 0, 7)
    }
    context.stroke()
  }
}
