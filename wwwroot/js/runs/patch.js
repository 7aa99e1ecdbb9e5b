// Puts what changed into rows that are shown.
import { detailOf } from './rows.js'

// What goes on in any running run is no news, and neither is a summary that only now was computed.
const news = row => [...row.cells].map(cell => cell.matches('.c-heartbeat, .c-duration, .c-started, .c-stopped') ? null : cell.textContent)
const isNews = (before, after) => after.some((text, i) => text !== before[i] && before[i] !== '…')

/** Gives a row new contents cell by cell: what did not change keeps its focus and selection. */
export function patch(row, fresh) {
  const before = news(row)
  const expanded = row.querySelector('[data-toggle]').getAttribute('aria-expanded')
  fresh.querySelector('[data-toggle]').setAttribute('aria-expanded', expanded)
  const states = ['open', 'selected'].filter(state => row.classList.contains(state))
  row.className = fresh.className
  row.classList.add(...states)
  if (row.cells.length !== fresh.cells.length) return widen(row, fresh)
  for (const [i, cell] of [...row.cells].entries()) {
    const other = fresh.cells[i]
    if (cell.outerHTML === other.outerHTML) continue
    const focused = cell.contains(document.activeElement) ? (document.activeElement.matches('[data-toggle]') ? '[data-toggle]' : 'a') : null
    cell.replaceWith(other.cloneNode(true))
    if (focused) row.cells[i].querySelector(focused)?.focus({ preventScroll: true })
  }
  if (isNews(before, news(row))) flash(row)
  return undefined
}

/** A table that got more columns: the new cells are put in, those that were there stay. */
function widen(row, fresh) {
  for (let i = row.cells.length - 1; i < fresh.cells.length - 1; i++) row.insertBefore(fresh.cells[i].cloneNode(true), row.cells[i])
  const detail = detailOf(row)
  if (detail) detail.cells[0].colSpan = row.cells.length
  patch(row, fresh)
}

export function flash(row) {
  row.classList.remove('changed')
  void row.offsetWidth // begins the animation anew
  row.classList.add('changed')
}
