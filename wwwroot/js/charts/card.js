// One chart in its card: asks for as many points as the chart has pixels, again for each window, and shows what is known of them.
//
//   const card = new Card(figure, source, settings)
//   card.load(), card.set(settings), card.renew(), card.follow(window), card.retheme(), card.close()
//
// figure    .chart with .chart-area > canvas, [data-about] (its text for screen readers), .chart-foot, [data-problem];
//           data-key names its zoom in the address
// source    read(query) → { curves, from, to, low?, high?, hiddenKeys?, … } or null when there is no answer; query: URLSearchParams of the API;
//           problem(settings) → why there is nothing to draw
// settings  as settings.js reads them from the address: { x, xscale, yscale, smooth, yrange, order, together }
import { showNote, showProblem, showWindow } from './caption.js'
import { rounded } from './edges.js'
import { Plot } from './plot.js'
import { showReading } from './reading.js'
import { keepWindow, windowOf } from './settings.js'

const defaults = { xscale: 'linear', yscale: 'linear', smooth: '', yrange: 'full', order: 'auto' }

export class Card {
  #plot = null
  #asked = 0
  #whole = null

  constructor(figure, source, settings) {
    Object.assign(this, { figure, source, settings })
    this.key = figure.dataset.key ?? figure.dataset.metric
    this.window = windowOf(this.key, settings.x)
    figure.addEventListener('click', event => { if (event.target.closest('[data-zoom-reset]')) this.zoom(null) })
  }

  get area() {
    return this.figure.querySelector('.chart-area')
  }

  get plot() {
    return this.#plot
  }

  /** Draws with other settings; the window is in units of the x axis. */
  set(settings) {
    const isOther = settings.x !== this.settings.x || settings.xscale !== this.settings.xscale
    this.settings = settings
    this.#whole = null
    if (isOther) this.window = windowOf(this.key, settings.x)
    return this.load()
  }

  query() {
    const { area, settings, window } = this
    const pixels = length => Math.max(50, Math.round(length * devicePixelRatio))
    const query = new URLSearchParams({ x: settings.x, columns: pixels(area.clientWidth || this.figure.clientWidth) })
    query.set('rows', pixels(area.clientHeight || 190))
    for (const [name, usual] of Object.entries(defaults)) {
      if ((settings[name] ?? usual) !== usual) query.set(name, settings[name])
    }
    for (const name of ['from', 'to', 'low', 'high']) if (window?.[name] !== undefined) query.set(name, window[name])
    return query
  }

  /** Requests the points of the window and draws them. */
  async load() {
    const asked = ++this.#asked
    this.area.setAttribute('aria-busy', 'true')
    const answer = await this.source.read(this.query())
    // A later request was made meanwhile.
    if (asked !== this.#asked) return
    this.area.removeAttribute('aria-busy')
    if (!answer) return showNote(this.figure, 'The points could not be read.')
    if (!this.window) this.#whole = answer
    this.#show(answer)
  }

  /** Requests the points again because there are more. */
  renew() {
    this.#whole = null
    return this.load()
  }

  /** Shows a part, { from, to }, { low, high } or both, or all of it again for null. */
  zoom(window) {
    if (!window && !this.window) return
    const next = window ? { ...this.window, ...window } : null
    for (const [least, most] of [['from', 'to'], ['low', 'high']]) {
      if (next?.[least] === undefined) continue
      const range = next[most] - next[least]
      Object.assign(next, { [least]: rounded(next[least], range), [most]: rounded(next[most], range) })
    }
    this.follow(next)
    keepWindow(this.key, this.settings, next)
    this.figure.dispatchEvent(new CustomEvent('chartzoom', { bubbles: true, detail: { card: this, window: next } }))
  }

  /** Shows a window that is kept already. */
  follow(window) {
    this.window = window
    if (window && this.#plot?.chart) this.#plot.look(window)
    if (!window && this.#whole) this.#show(this.#whole)
    else this.load()
  }

  retheme() {
    this.#plot?.retheme()
  }

  close() {
    this.#asked++
    this.#plot?.close()
  }

  #show(answer) {
    const { figure, window, settings } = this
    const isEmpty = !window && answer.curves.every(curve => curve.x.length === 0)
    showProblem(figure, isEmpty ? this.source.problem(settings) : null)
    showNote(figure, null)
    showWindow(figure, settings.x, window, answer.curves)
    if (isEmpty) return
    this.#plot ??= new Plot(this.area, {
      onZoom: next => this.zoom(next),
      onHover: hover => {
        showReading(figure, this.settings.x, hover)
        figure.dispatchEvent(new CustomEvent('chartread', { bubbles: true, detail: { hover } }))
      }
    })
    const { low, high } = window?.low === undefined ? answer : window
    const { x: axis, xscale, yscale } = settings
    this.#plot.hide(answer.hiddenKeys ?? [])
    this.#plot.draw({ curves: answer.curves, axis, xscale, yscale, from: window?.from ?? answer.from, to: window?.to ?? answer.to, low, high })
    figure.querySelector('canvas').dataset.drawn = `${axis}${window ? ' zoomed' : ''}`
    if (yscale === 'log' && answer.curves.some(({ y }) => y.some(value => value <= 0))) {
      showNote(figure, 'A logarithmic axis cannot show values of 0 or below.')
    }
  }
}
