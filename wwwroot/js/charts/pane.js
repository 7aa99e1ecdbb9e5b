// The chart of one metric: requests as many points as it has pixels, and again for each window zoomed to.
import { colours } from './theme.js'
import { showCounts, showNote } from './caption.js'
import { configOf, withGaps } from './config.js'
import { readSeries } from './series.js'

export class Pane {
  #chart = null
  #asked = 0
  #whole = null

  constructor(figure) {
    this.figure = figure
    this.axis = 'step'
    this.log = false
    this.window = null
    this.colours = colours()
    figure.querySelector('canvas').addEventListener('dblclick', () => this.reset())
  }

  get isZoomed() {
    return this.window !== null
  }

  /** Draws with other axes. */
  set(axis, log) {
    const again = axis !== this.axis
    Object.assign(this, { axis, log })
    if (again) {
      this.window = this.#whole = null
      return this.load()
    }
    if (this.#chart) this.#show(this.#chart.$series)
  }

  /** Requests the points of the window and draws them. */
  async load() {
    const area = this.figure.querySelector('.chart-area')
    const asked = ++this.#asked
    const columns = Math.max(50, Math.round(area.clientWidth * devicePixelRatio))
    const query = new URLSearchParams({ x: this.axis, columns })
    if (this.window) {
      query.set('from', this.window.from)
      query.set('to', this.window.to)
    }
    area.setAttribute('aria-busy', 'true')
    const series = await readSeries(`${this.figure.dataset.url}?${query}`)
    // A later request was made meanwhile.
    if (asked !== this.#asked) return
    area.removeAttribute('aria-busy')
    if (!series) {
      showNote(this.figure, 'The points could not be read.')
      return
    }
    if (!this.window) this.#whole = series
    this.#show(series)
  }

  zoomed() {
    const { min, max } = this.#chart.scales.x
    this.window = { from: min, to: max }
    this.load()
  }

  reset() {
    if (!this.window) return
    this.window = null
    if (this.#whole) this.#show(this.#whole)
    else this.load()
  }

  close() {
    this.#asked++
    this.#chart?.destroy()
  }

  retheme() {
    this.colours = colours()
    if (this.#chart) this.#show(this.#chart.$series)
  }

  #show(series) {
    showNote(this.figure, null)
    this.#chart ??= new Chart(this.figure.querySelector('canvas'), configOf(this))
    const chart = this.#chart
    const points = withGaps(series)
    const drawn = this.log ? points.map(point => point.y > 0 ? point : { x: point.x, y: NaN }) : points
    const colour = this.colours.curve(1)
    // A new dataset each time, because Chart.js caches what it derived from the points of the old one.
    chart.data.datasets = [{
      data: drawn,
      borderColor: colour,
      backgroundColor: colour,
      borderWidth: 1.5,
      pointRadius: points.length <= 40 ? 2 : 0,
      pointHitRadius: 0,
      pointHoverRadius: 4
    }]
    Object.assign(chart, { $series: series, $marks: series.marks, $colours: this.colours })
    const { x, y } = chart.options.scales
    const wide = series.to > series.from
    x.min = this.window?.from ?? (wide ? series.from : undefined)
    x.max = this.window?.to ?? (wide ? series.to : undefined)
    y.type = this.log ? 'logarithmic' : 'linear'
    for (const scale of [x, y]) {
      scale.grid = { color: this.colours.grid, drawTicks: false }
      scale.border = { color: this.colours.grid }
      Object.assign(scale.ticks, { color: this.colours.text, font: { size: 11 } })
    }
    chart.update('none')
    showCounts(this.figure, series, this.isZoomed)
    this.figure.querySelector('canvas').dataset.drawn = `${this.axis}${this.window ? ' zoomed' : ''}`
    if (this.log && points.some(point => point.y <= 0)) showNote(this.figure, 'A logarithmic axis cannot show values of 0 or below.')
  }
}
