// The chart of one metric: requests as many points as it has pixels, and again for each window zoomed to.
import { colours } from './theme.js'
import { showNote, showProblem, showWindow } from './caption.js'
import { configOf, withGaps } from './config.js'
import { readSeries } from './series.js'
import { keepZoom, zoomOf } from './settings.js'

const nothing = { step: 'None of its points has a step that is a number.', other: 'None of its points has a time.' }

/** Without the digits that make no difference in a range. */
function rounded(value, range) {
  const decimals = Math.ceil(3 - Math.log10(range))
  return decimals > 0 && decimals <= 15 ? Number(value.toFixed(decimals)) : decimals <= 0 ? Math.round(value) : value
}

export class Pane {
  #chart = null
  #asked = 0
  #whole = null

  constructor(figure, axis, log) {
    Object.assign(this, { figure, axis, log, window: zoomOf(figure.dataset.metric, axis), colours: colours() })
    figure.querySelector('canvas').addEventListener('dblclick', () => this.reset())
    figure.addEventListener('click', event => { if (event.target.closest('[data-zoom-reset]')) this.reset() })
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
    const columns = Math.max(50, Math.round((area.clientWidth || this.figure.clientWidth) * devicePixelRatio))
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

  /** Requests the points again because there are more. */
  renew() {
    this.#whole = null
    return this.load()
  }

  zoomed() {
    const { min, max } = this.#chart.scales.x
    this.window = { from: rounded(min, max - min), to: rounded(max, max - min) }
    keepZoom(this.figure.dataset.metric, this.axis, this.window)
    this.load()
  }

  reset() {
    if (!this.window) return
    this.window = null
    keepZoom(this.figure.dataset.metric, this.axis, null)
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

  get #problem() {
    const said = this.axis === 'step' ? this.figure.querySelector('[data-problem]').dataset.problem : nothing.other
    return said || nothing.step
  }

  #show(series) {
    const isEmpty = series.x.length === 0 && !this.window
    showProblem(this.figure, isEmpty ? this.#problem : null)
    showNote(this.figure, null)
    showWindow(this.figure, this.axis, this.window, series)
    if (isEmpty) return
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
    // Around one point in time Chart.js would show some hundred years.
    const around = this.axis === 'time' ? 1000 : NaN
    x.min = this.window?.from ?? (wide ? series.from : series.from - around || undefined)
    x.max = this.window?.to ?? (wide ? series.to : series.to + around || undefined)
    y.type = this.log ? 'logarithmic' : 'linear'
    for (const scale of [x, y]) {
      scale.grid = { color: this.colours.grid, drawTicks: false }
      scale.border = { color: this.colours.grid }
      Object.assign(scale.ticks, { color: this.colours.text, font: { size: 11 } })
    }
    chart.update('none')
    this.figure.querySelector('canvas').dataset.drawn = `${this.axis}${this.window ? ' zoomed' : ''}`
    if (this.log && points.some(point => point.y <= 0)) showNote(this.figure, 'A logarithmic axis cannot show values of 0 or below.')
  }
}
