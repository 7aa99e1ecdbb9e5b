// Puts what changed into rows that are shown.
import { swap } from '../shared/swap.js'
import { detailOf } from './rows.js'

// What goes on in any running run is no news, and neither is a value that only now was computed.
const news = row => [...row.cells].map(cell => cell.matches('.c-time, .c-duration') ? null : cell.textContent)

/** @returns {boolean} false when the row was left as it is, because the reader has selected something in it */
export function patch(row, fresh) {
  const before = news(row)
  const done = swap(row, fresh)
  const after = news(row)
  const detail = detailOf(row)
  if (detail) detail.cells[0].colSpan = row.cells.length
  // A table that got more columns has no news in them.
  if (after.length === before.length && after.some((text, i) => text !== before[i] && before[i] !== '…')) flash(row)
  return done
}

export function flash(row) {
  row.classList.remove('changed')
  void row.offsetWidth // begins the animation anew
  row.classList.add('changed')
}
