// The points of a chart as a table, filled when it is opened: for eyes that read numbers better, and for screen readers.
import { placeWords, sixDigits } from './reading.js'

const MOST_ROWS = 200

/** All points in the window, curve by curve: [{ label, x, y, smoothed }]. */
export function pointsShown({ view, edges, shown }) {
  return shown.flatMap(curve => [...curve.x.keys()]
    .filter(i => curve.x[i] >= edges.from && curve.x[i] <= edges.to)
    .map(i => ({ axis: view.axis, label: curve.label, x: curve.x[i], y: curve.y[i], low: curve.band?.low[i], high: curve.band?.high[i], n: curve.n?.[i] })))
}

function row(cells, name = 'td') {
  const line = document.createElement('tr')
  for (const text of cells) {
    const cell = document.createElement(name)
    cell.textContent = text
    line.append(cell)
  }
  return line
}

function fill(details, card) {
  const points = pointsShown(card.plot)
  const several = card.plot.shown.length > 1
  const kept = points.length <= MOST_ROWS ? points
    : Array.from({ length: MOST_ROWS }, (_, i) => points[Math.round(i * (points.length - 1) / (MOST_ROWS - 1))])
  const table = document.createElement('table')
  table.createTHead().append(row([...several ? ['curve'] : [], 'at', 'value'], 'th'))
  table.createTBody().append(...kept.map(({ axis, label, x, y }) => row([...several ? [label] : [], placeWords(axis, x), sixDigits(y)])))
  const note = document.createElement('p')
  note.textContent = kept.length === points.length ? `${points.length} points are drawn.`
    : `${MOST_ROWS} of the ${points.length} points that are drawn; all of them are in the menu, as CSV.`
  details.querySelector('[data-drawn-points]').replaceChildren(note, table)
}

/** Adds the table to the foot of a card, and fills it again whenever the open chart changes. */
export function addPoints(card) {
  const foot = card.figure.querySelector('.chart-foot')
  if (foot.querySelector('[data-table]')) return
  const details = document.createElement('details')
  details.className = 'chart-table'
  details.dataset.table = details.dataset.own = ''
  details.innerHTML = '<summary>points</summary><div data-drawn-points tabindex="0" role="region" aria-label="Points drawn"></div>'
  foot.append(details)
  details.addEventListener('toggle', () => details.open && card.plot && fill(details, card))
}

export function refreshPoints(card) {
  const details = card.figure.querySelector('[data-table]')
  if (details?.open) fill(details, card)
}
