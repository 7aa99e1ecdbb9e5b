// Filtering by the values of a table: one button, which stands in the cell below the pointer, or in the one that the keyboard chose.
import { isTyping } from '../shared/keys.js'
import { hasMoved } from '../shared/pointer.js'
import { openMenu } from './menu.js'

const button = document.createElement('button')
Object.assign(button, { className: 'pick', name: 'of' })
button.setAttribute('form', 'pick')
button.dataset.own = ''

/** The headings have one cell for each column; the first cell of a run in a group spans several. */
function headingOf(cell) {
  const before = [...cell.parentElement.cells].slice(0, cell.cellIndex).reduce((columns, other) => columns + other.colSpan, 0)
  return cell.closest('table').querySelectorAll('thead th')[before]
}

const runOf = row => row.dataset.run ?? row.closest('[data-group]')?.dataset.group

/** The cells with a value, but for the id, which is a link; of a group those that all its runs have in common. */
const cellsOf = row => [...row.querySelectorAll(row.matches('.group') ? ':scope > .key' : ':scope > td:not(.fill, .c-count, .c-id)')]

function offer(cell) {
  if (cell === button.parentElement) return
  const heading = headingOf(cell)
  button.parentElement?.classList.remove('picked')
  button.innerHTML = document.querySelector('#pick template').innerHTML
  button.value = `${runOf(cell.parentElement)}:${heading.dataset.column}`
  button.title = `Filter by this ${heading.querySelector('bdi').textContent}`
  button.setAttribute('aria-label', button.title)
  cell.classList.add('picked')
  cell.append(button)
}

document.addEventListener('mouseover', event => {
  const cell = event.target.closest?.('.runs td')
  if (cell && hasMoved() && cellsOf(cell.parentElement).includes(cell) && runOf(cell.parentElement)) offer(cell)
})

// On a touch screen a cell is held, and the menu opens as the finger leaves: before, that would close it again.
const HOLD = 500 // milliseconds
let held = null

document.addEventListener('pointerdown', event => {
  const cell = event.pointerType === 'touch' && event.isPrimary ? event.target.closest?.('.runs td') : null
  const isOffered = cell && cellsOf(cell.parentElement).includes(cell) && runOf(cell.parentElement)
  held = isOffered ? { cell, x: event.clientX, y: event.clientY, from: event.timeStamp } : null
})

const isHeld = event => held !== null && event.timeStamp - held.from >= HOLD
  && Math.hypot(event.clientX - held.x, event.clientY - held.y) < 10

// The browser's own menu comes after about the same time.
document.addEventListener('contextmenu', event => {
  if (held) event.preventDefault()
})

// A scroll cancels the pointer.
document.addEventListener('pointercancel', () => { held = null })

document.addEventListener('pointerup', event => {
  if (!isHeld(event)) return
  offer(held.cell)
  openMenu(button)
})

// The row below it does not open.
document.addEventListener('click', event => {
  if (isHeld(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
  held = null
}, { capture: true })

// A tag looks like a button of its own.
document.addEventListener('click', event => {
  const cell = event.target.closest?.('.runs .tag')?.closest('td')
  if (!cell) return
  offer(cell)
  openMenu(button)
})

document.addEventListener('keydown', event => {
  if (isTyping(event) || event.shiftKey) return
  const row = document.activeElement?.closest?.('.runs tbody tr')
  const cells = row && runOf(row) ? cellsOf(row) : []
  if (cells.length === 0) return
  const step = document.activeElement === button ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined
  if (event.key !== 'f' && !step) return
  event.preventDefault()
  // The status comes first, but is filtered by otherwise.
  const at = step ? cells.indexOf(button.parentElement) + step : Math.max(0, cells.findIndex(cell => !cell.matches('.c-status')))
  const cell = cells[Math.min(cells.length - 1, Math.max(0, at))]
  offer(cell)
  button.focus({ preventScroll: true })
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
})
