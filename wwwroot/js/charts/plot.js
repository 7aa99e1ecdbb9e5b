// Draws curves with Chart.js into one area of the page, with a crosshair and zooming. Knows no server and no run: a card (card.js) does.
//
//   const plot = new Plot(area, { onZoom, onHover })
//   plot.resize({ width, height })
//   plot.draw({ curves, axis, xscale, yscale, from, to, low, high })
//
// area     an element .chart-area with a <canvas>; an SVG for what moves with the pointer is put over it
// curves   [{ key, label, hue: 0…9, dash: 0…3, x, y, breaks, marks, smoothed?: { x, y, breaks }, band?: { low, high }, n? }]
//          x ascends up to each break (an index that no line leads to); with `smoothed`, x and y are drawn faintly behind it;
//          band and n have one number for each x
// axis     'step', 'relative' (seconds), 'time' (milliseconds) or 'metric:NAME'; xscale, yscale: 'linear' or 'log'
// from, to, low, high   the edges; without low and high the y axis fits the curves
// onZoom   called with { from, to } or { low, high } or all four, or null for "all of it again"
// onHover  called with { x, readings: [{ key, label, x, y, words }] }, or null when the pointer leaves; `x` is shared by all plots
// Also: highlight(key), hide(keys), showAt(x), retheme(), rest(), close(); `chart`, `view` and `edges` for exports.
import { configOf } from './config.js'
import { datasetsOf } from './datasets.js'
import { colours } from './theme.js'
import { edgesOf } from './edges.js'
import { nearest } from './nearest.js'
import { Overlay } from './overlay.js'
import { join, leave, shareHover } from './hover.js'
import { watchKeys } from './keyboard.js'
import { watchPointer } from './gestures.js'

export class Plot {
  chart = null
  view = null
  edges = null
  size = null
  #hidden = new Set()
  #highlighted = null

  constructor(area, handlers = {}) {
    this.area = area
    this.handlers = { onZoom() {}, onHover() {}, ...handlers }
    this.overlay = new Overlay(this)
    Object.assign(area, { tabIndex: 0, role: 'application' })
    area.setAttribute('aria-roledescription', 'chart')
    area.setAttribute('aria-labelledby', area.querySelector('canvas').getAttribute('aria-labelledby') ?? '')
    watchPointer(this)
    watchKeys(this)
    join(this)
  }

  draw(view) {
    this.view = { axis: 'step', xscale: 'linear', yscale: 'linear', ...view }
    this.edges = edgesOf(this.view)
    this.colours = colours()
    // New datasets each time, because Chart.js caches what it derived from the points of the old ones.
    const datasets = datasetsOf(this.shown, this.view, this.colours, this.#highlighted)
    if (this.chart) {
      this.chart.data.datasets = datasets
      this.#update()
    } else {
      // A new chart draws at once what it is made with.
      const config = configOf(this)
      config.data.datasets = datasets
      this.#setScales(config.options.scales)
      const canvas = Object.assign(this.area.querySelector('canvas'), this.size ?? { width: this.area.clientWidth, height: this.area.clientHeight })
      this.chart = new Chart(canvas, config)
    }
    this.overlay.clear()
  }

  /** Takes the size of the area, in CSS pixels, also when only the pixels of the screen behind them changed. */
  resize(size) {
    this.size = size
    if (!this.chart) return
    this.chart.resize(size.width, size.height)
    this.overlay.clear()
  }

  /** Moves the edges, with the points that are there. */
  look(edges) {
    Object.assign(this.edges, edges)
    this.#update()
    this.overlay.clear()
  }

  get shown() {
    return this.view?.curves.filter(curve => !this.#hidden.has(curve.key)) ?? []
  }

  /** Draws one curve strongly and all others faintly; null for all alike. */
  highlight(key) {
    if (key === this.#highlighted) return
    this.#highlighted = key
    if (this.chart) this.draw(this.view)
  }

  /** @param {Iterable<string>} keys of the curves that are not drawn */
  hide(keys) {
    const hidden = new Set(keys)
    if (hidden.size === this.#hidden.size && [...hidden].every(key => this.#hidden.has(key))) return
    this.#hidden = hidden
    if (this.chart) this.draw(this.view)
  }

  retheme() {
    if (this.chart) this.draw(this.view)
  }

  /** Shows the crosshair at x (null: none) with the nearest point of each curve; `y` in pixels chooses among points of one column. */
  showAt(x, y = null, shared = false) {
    const readings = x === null || !this.chart ? [] : nearest(this, x, y)
    this.overlay.cross(readings)
    const hover = readings.length ? { x: readings[0].x, readings } : null
    this.handlers.onHover(hover)
    if (!shared) shareHover(this, hover?.x ?? null)
    return hover
  }

  /** Frees the memory of the drawing; the next one draws anew. */
  rest() {
    if (!this.chart) return
    this.overlay.clear()
    this.chart.destroy()
    this.chart = null
    const canvas = this.area.querySelector('canvas')
    canvas.width = canvas.height = 0
    delete canvas.dataset.drawn
  }

  close() {
    leave(this)
    this.overlay.close()
    this.chart?.destroy()
    this.chart = null
  }

  /** What is drawn beside the curves, for a chart that is about to be drawn. */
  prepare(chart) {
    chart.$marks = this.shown.flatMap(curve => curve.marks ?? [])
    chart.$colours = this.colours
  }

  #update() {
    this.prepare(this.chart)
    this.#setScales(this.chart.options.scales)
    this.chart.update('none')
  }

  #setScales({ x, y }) {
    const { edges, view } = this
    Object.assign(x, { type: view.xscale === 'log' ? 'logarithmic' : 'linear', min: edges.from, max: edges.to })
    Object.assign(y, { type: view.yscale === 'log' ? 'logarithmic' : 'linear', min: edges.low, max: edges.high })
    for (const scale of [x, y]) {
      scale.grid = { color: this.colours.grid, drawTicks: false }
      scale.border = { color: this.colours.grid }
      Object.assign(scale.ticks, { color: this.colours.text, font: { size: 11 } })
    }
  }
}
