// One metric's chart: asks for as many points as it has pixels, again for each window that is zoomed to.
import { colours } from './theme.js'
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

  /** Asks for the points of the window and draws them. */
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
    // An answer that was overtaken by a later question is of no use.
    if (asked !== this.#asked) return
    area.removeAttribute('aria-busy')
    if (!series) {
      this.#say('The points could not be read.')
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
    this.#say(null)
    this.#chart ??= new Chart(this.figure.querySelector('canvas'), configOf(this))
    const chart = this.#chart
    const points = withGaps(series)
    const drawn = this.log ? points.map(point => point.y > 0 ? point : { x: point.x, y: NaN }) : points
    const colour = this.colours.curve(1)
    // Anew each time: Chart.js keeps what it worked out for the points of a data set.
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
    this.#tell(series)
    this.figure.querySelector('canvas').dataset.drawn = `${this.axis}${this.window ? ' zoomed' : ''}`
    const hidden = this.log ? points.filter(point => point.y <= 0).length : 0
    if (hidden) this.#say(`${hidden === points.length ? 'No value' : 'Not every value'} is above 0: a logarithmic axis cannot show the others.`)
  }

  /** Counts and the last value, which a run that goes on changes. */
  #tell(series) {
    const points = this.figure.querySelector('[data-points]')
    points.textContent = `${series.count.toLocaleString('en')} ${series.count === 1 ? 'point' : 'points'}`
    if (series.count === Number(this.figure.dataset.count) || this.window) return
    this.figure.dataset.count = series.count
    this.figure.querySelector('[data-last]').textContent = String(Number(series.y.at(-1)?.toPrecision(6)))
  }

  #say(text) {
    let note = this.figure.querySelector('[data-note]')
    if (!note && text) {
      note = document.createElement('p')
      Object.assign(note.dataset, { note: '', own: '' })
      note.className = 'muted'
      note.setAttribute('role', 'status')
      this.figure.querySelector('.chart-foot').before(note)
    }
    if (note) note.textContent = text ?? ''
  }
}
