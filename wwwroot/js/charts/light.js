// Charts among very many come without what a drawn one needs; it is added when they come into view.
import { wholeText } from '../shared/numbers.js'

function text(figure, hook) {
  return figure.querySelector(`[data-${hook}]`)?.textContent ?? ''
}

const about = figure => `${figure.querySelector('.chart-name').title}: ${text(figure, 'points')}, last ${text(figure, 'last')}.`

/** Gives a figure with data-light its canvas and its texts. */
export function complete(figure) {
  if (!('light' in figure.dataset) || figure.querySelector('.chart-area')) return
  const id = `about-${figure.dataset.region.slice('chart-'.length)}`
  const parts = document.createElement('template')
  parts.innerHTML = '<p class="chart-problem muted" data-problem="" data-own></p><div class="chart-area" data-own><canvas role="img"></canvas></div>'
    + '<span data-about data-own hidden></span>'
  parts.content.querySelector('canvas').setAttribute('aria-labelledby', id)
  parts.content.querySelector('[data-about]').id = id
  parts.content.querySelector('[data-about]').textContent = about(figure)
  figure.querySelector('figcaption').after(parts.content)
  const statistics = document.createElement('details')
  statistics.className = 'chart-statistics'
  statistics.dataset.own = ''
  statistics.append(document.createElement('summary'), figure.querySelector('.chart-summary').textContent)
  statistics.querySelector('summary').textContent = 'statistics'
  figure.querySelector('.chart-foot').append(statistics)
}

/** Writes what is new into the texts of a light figure, which the server does not send again while its run goes on. */
export function refreshTexts(figure, { count, curves: [curve] }) {
  if (!('light' in figure.dataset) || !curve?.y.length) return
  figure.querySelector('[data-points]').textContent = count === 1 ? '1 point' : `${wholeText(count)} points`
  if (curve.reduced !== undefined && !curve.marks?.length) figure.querySelector('[data-last]').textContent = String(Number(curve.y.at(-1).toPrecision(6)))
  figure.querySelector('[data-about]').textContent = about(figure)
}
