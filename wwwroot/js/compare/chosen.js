// The runs that were chosen in a plot, as a query with links.
import { wholeText } from '../shared/numbers.js'

const link = (text, href, hook) => {
  const made = Object.assign(document.createElement('a'), { textContent: text, href })
  made.dataset[hook] = ''
  return made
}

export class Choice {
  #asked = 0

  /** @param {HTMLElement} figure @param {() => void} onClear called by its button */
  constructor(figure, onClear) {
    this.figure = figure
    this.bar = figure.querySelector('[data-plot-selection]')
    this.onClear = onClear
  }

  /** @param {{ column: object, low: number, high: number }[]} ranges none ends the choice */
  async show(ranges) {
    const asked = ++this.#asked
    if (!ranges.length) {
      this.bar.hidden = true
      return
    }
    const parameters = new URLSearchParams()
    for (const { column, low, high } of ranges) {
      for (const [name, value] of Object.entries({ field: column.field, low, high, axis: column.axis })) parameters.append(name, value)
    }
    let answer
    try {
      const { selection } = this.figure.dataset
      const response = await fetch(`${selection}${selection.includes('?') ? '&' : '?'}${parameters}`)
      answer = await response.json()
      if (!response.ok) throw new Error(answer.detail)
    } catch (error) {
      if (asked === this.#asked) this.#fill([error.message || 'The server does not answer.'])
      return
    }
    if (asked === this.#asked) this.#fill(this.#parts(answer))
  }

  #parts({ query, count, tableUrl, plotUrl }) {
    const runs = `${wholeText(count)} ${count === 1 ? 'run' : 'runs'} chosen`
    if (!query) return [count ? `${runs}; no query can say which.` : 'No run is chosen.']
    const code = Object.assign(document.createElement('code'), { textContent: query })
    code.dataset.chosenQuery = ''
    return [`${runs}: `, code, link('Show in table', tableUrl, 'chosenTable'), link('Plot only these', plotUrl, 'chosenPlot')]
  }

  #fill(parts) {
    const clear = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: 'Clear' })
    clear.dataset.chosenClear = ''
    clear.addEventListener('click', () => this.onClear())
    const text = document.createElement('span')
    text.append(...parts)
    this.bar.replaceChildren(text, clear)
    this.bar.hidden = false
  }
}
