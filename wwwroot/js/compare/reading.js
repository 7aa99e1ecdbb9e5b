// What a plot tells of a run, and the way to its page.
import { wholeText } from '../shared/numbers.js'
import { announce } from '../charts/reading.js'

export class Reading {
  /** @param {HTMLElement} figure @param {object} data see values.js */
  constructor(figure, data) {
    Object.assign(this, { figure, data })
    this.place = figure.querySelector('[data-plot-reading]')
  }

  /** "#12: lr 0.01, loss 0.2" */
  words(run) {
    return `#${this.data.ids[run]}: ${[...this.data.columns.values()].map(column => `${column.field} ${column.words(run)}`).join(', ')}`
  }

  /** @param {number} run -1 for none @param {boolean} aloud by keyboard: screen readers say it */
  show(run, aloud = false) {
    const text = run < 0 ? '' : this.words(run)
    if (this.place.textContent !== text) this.place.textContent = text
    if (aloud && text) announce(text)
  }

  open(run, event) {
    const url = `${this.figure.dataset.runs}/${this.data.ids[run]}${this.figure.dataset.runQuery}`
    if (event.ctrlKey || event.metaKey) window.open(url, '_blank', 'noopener')
    else location.assign(url)
  }
}

/** Says below a plot what it shows, and which runs it leaves out and why. */
export function showAbout(figure, data, what, drawn, gaps) {
  const all = data.ids.length
  const parts = [`${wholeText(drawn)} ${drawn === 1 ? 'run' : 'runs'} ${what}`]
  if (drawn < all) parts.push(`${wholeText(all - drawn)} not drawn`)
  const notes = gaps.filter(({ words }) => words.length).map(({ field, words }) => `${field}: ${words.join(', ')}`)
  if (notes.length) parts.push(notes.join('; '))
  if (data.notFound.length) parts.push(`${wholeText(data.notFound.length)} are not here or of another source`)
  figure.querySelector('[data-plot-about]').textContent = `${parts.join('. ')}.`
}
