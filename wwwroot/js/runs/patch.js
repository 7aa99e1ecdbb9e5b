// Updates shown rows.
import { swap } from '../shared/swap.js'
import { detailOf } from './rows.js'

// Times and durations change all the time, so they do not mark a row as changed.
const stableTexts = row => [...row.cells].map(cell => cell.matches('.c-time, .c-duration') ? null : cell.textContent)

/** @returns {boolean} false when the row was left as it is, because of a selection in it */
export function patch(row, fresh) {
  const before = stableTexts(row)
  const done = swap(row, fresh)
  const after = stableTexts(row)
  const detail = detailOf(row)
  if (detail) detail.cells[0].colSpan = row.cells.length
  // New columns, and values that were only now computed, do not mark a row as changed.
  if (after.length === before.length && after.some((text, i) => text !== before[i] && before[i] !== '…')) flash(row)
  return done
}

export function flash(row) {
  row.classList.remove('changed')
  void row.offsetWidth // restarts the animation
  row.classList.add('changed')
}
