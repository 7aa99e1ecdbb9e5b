// One chart in its card: asks for as many points as the chart has pixels, again for each window, and shows what is known of them.
//
//   const card = new Card(figure, source, settings)
//   card.load(), card.set(settings), card.take(settings), card.renew(), card.follow(window), card.rest(), card.retheme(), card.close()
//
// figure    .chart with .chart-area > canvas, [data-about] (its text for screen readers), .chart-foot, [data-problem]; its name in the
//           address is data-metric. A legend [data-curve] > [data-value] and the template of _ChartActions.cshtml are used if there.
// source    read(query) → { curves, from, to, low?, high?, count?, hidden?, hiddenKeys?, exact?, repeated?, joined? } or null when there is no answer; query:
//           URLSearchParams of the API; problem(settings) → why there is nothing to draw; urls?() → [{ key, url }] of all points;
//           grows?() → true while points are appended
// settings  as settings.js reads them from the address: { x, xscale, yscale, smooth, yrange, order, join, together }
// Events on the figure, which bubble: chartzoom { card, window }, chartsettings { settings, card } for a button of a
//           note, chartread { hover } for what the crosshair reads.
import { painted } from '../shared/frames.js'
import { addActions } from './actions.js'
import { announce, showReading, words } from './reading.js'
import { showNote, showProblem, showWindow } from './caption.js'
import { changedWindow } from './window.js'
import { watchLegend } from './legend.js'
import { library } from './library.js'
import { refreshTexts } from './light.js'
import { notesOf, showExact, showNotes } from './notes.js'
import { Plot } from './plot.js'
import { addPoints, refreshPoints } from './points.js'
import { queryOf, watchSize } from './query.js'
import { keepWindow, windowOf } from './settings.js'

export class Card {
  plot = null
  isLoading = false
  size = null
  #asked = 0
  #whole = null

  constructor(figure, source, settings) {
    Object.assign(this, { figure, source, settings, key: figure.dataset.metric })
    this.window = windowOf(this.key, settings.x)
    this.area = figure.querySelector('.chart-area')
    figure.addEventListener('click', event => { if (event.target.closest('[data-zoom-reset]')) this.zoom(null) })
    this.sizes = watchSize(this)
    watchLegend(this)
  }

  /** Draws with other settings. */
  set(settings) {
    this.take(settings)
    return this.load()
  }

  /** Takes settings for the next load. The window is in units of the x axis. */
  take(settings) {
    const isOther = settings.x !== this.settings.x
    this.settings = settings
    this.#whole = null
    if (isOther) this.window = windowOf(this.key, settings.x)
  }

  /** Requests the points of the window and draws them. */
  async load() {
    const asked = ++this.#asked
    this.isLoading = true
    const query = queryOf(this)
    this.columns = query.get('columns')
    // Once all charts that ask now have measured themselves.
    queueMicrotask(() => this.area.setAttribute('aria-busy', 'true'))
    const [answer] = await Promise.all([this.source.read(query), library()])
    // A later request was made meanwhile.
    if (asked !== this.#asked) return
    this.isLoading = false
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
    const next = changedWindow(this.window, window)
    if (next === this.window) return
    this.follow(next)
    keepWindow(this.key, this.settings, next)
    this.figure.dispatchEvent(new CustomEvent('chartzoom', { bubbles: true, detail: { card: this, window: next } }))
  }

  /** Shows a window that is kept already. */
  follow(window) {
    this.window = window
    if (window && this.plot?.chart) this.plot.look(window)
    if (!window && this.#whole) this.#show(this.#whole)
    else this.load()
  }

  /** Takes the size of its area, in CSS pixels. */
  resize(size) {
    this.size = size
    this.plot?.resize(size)
  }

  /** Frees the memory of the drawing until the next load. */
  rest() {
    this.#asked++
    this.isLoading = false
    this.plot?.rest()
  }

  retheme() {
    if (this.plot?.chart) this.plot.retheme()
  }

  close() {
    this.#asked++
    this.sizes.disconnect()
    this.plot?.close()
  }

  #show(answer) {
    const { figure, window, settings } = this
    const isEmpty = !window && answer.curves.every(curve => curve.x.length === 0)
    showProblem(figure, isEmpty ? this.source.problem(settings) : null)
    showNote(figure, null)
    showWindow(figure, settings.x, window, answer.curves)
    showNotes(figure, notesOf(answer, settings, window), button => this.#change(button))
    if (isEmpty) return
    this.plot ??= this.#newPlot()
    const { low, high } = window?.low === undefined ? answer : window
    const { x: axis, xscale, yscale } = settings
    this.plot.hide(answer.hiddenKeys ?? this.hidden)
    this.plot.draw({ curves: answer.curves, axis, xscale, yscale, from: window?.from ?? answer.from, to: window?.to ?? answer.to, low, high })
    figure.querySelector('canvas').dataset.drawn = `${axis}${window ? ' zoomed' : ''}`
    // For all charts at once, when they are shown: after each change the next chart would wait for the layout of the whole page.
    painted().then(() => this.#tell(answer))
  }

  #tell(answer) {
    const { figure } = this
    figure.classList.add('drawn')
    addActions(this)
    addPoints(this)
    showExact(figure, answer.exact ?? false)
    refreshTexts(figure, answer)
    refreshPoints(this)
  }

  #newPlot() {
    const axis = () => this.settings.x
    const plot = new Plot(this.area, {
      onZoom: next => this.zoom(next),
      onHover: hover => this.#read(hover),
      onStep: hover => {
        this.#read(hover)
        announce(words(axis(), hover))
      }
    })
    plot.size = this.size
    return plot
  }

  #read(hover) {
    showReading(this.figure, this.settings.x, hover)
    this.figure.dispatchEvent(new CustomEvent('chartread', { bubbles: true, detail: { hover } }))
  }

  #change({ settings, ends }) {
    if (ends === 'range' && this.window?.low !== undefined) return this.zoom({ low: undefined, high: undefined })
    this.figure.dispatchEvent(new CustomEvent('chartsettings', { bubbles: true, detail: { settings, card: this } }))
  }
}
