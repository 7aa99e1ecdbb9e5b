// Selecting runs: the boxes of the rows and of the page, and the bar below the table.
import { isTyping } from '../shared/keys.js'
import { wholeText } from '../shared/numbers.js'
import { MANY, SelectionActions } from './actions.js'
import { Selection } from './selection.js'

const form = document.querySelector('[data-selection]')
const said = form.querySelector('[data-selected]')
const actions = new SelectionActions(form.querySelector('[data-selection-actions]'))
const allButton = form.querySelector('[data-select-all]')

/** What is selected; it stays while rows are swapped and while other pages of the table are shown. */
export const selection = new Selection()

const view = () => document.getElementById('view')
const boxes = () => [...document.querySelectorAll('[data-select]')]
const shown = () => boxes().map(box => box.value)
const matched = () => Number(document.querySelector('[data-matched]')?.dataset.matched ?? 0)

/** The query and the statuses of the table, whatever its order and columns are. */
function queryOf() {
  const address = new URL(view().dataset.selectionUrl, location.href).searchParams
  return new URLSearchParams([...address].filter(([name]) => name === 'q' || name === 'status')).toString()
}

function say() {
  const number = selection.ids.length
  const text = selection.query === null ? `${wholeText(number)} selected`
    : matched() === 1 ? 'The run that matches is selected' : `All ${wholeText(matched())} runs that match are selected`
  const more = number > MANY ? `. Of more than ${MANY} runs, only all that match can be exported` : ''
  if (said.textContent !== text + more) said.textContent = text + more
}

function show() {
  if (selection.query !== null && selection.query !== queryOf()) return selection.clear()
  const all = boxes()
  for (const box of all) {
    if (box.checked !== selection.has(box.value)) box.checked = selection.has(box.value)
    box.closest('tr').classList.toggle('selected', box.checked)
  }
  const ticked = all.filter(box => box.checked).length
  const head = document.querySelector('[data-select-page]')
  if (head) Object.assign(head, { checked: ticked > 0 && ticked === all.length, indeterminate: ticked > 0 && ticked < all.length })
  for (const old of form.querySelectorAll('[data-elsewhere]')) old.remove()
  const here = new Set(shown())
  for (const id of selection.ids.filter(id => !here.has(id))) {
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'ids', value: id })
    field.dataset.elsewhere = ''
    form.append(field)
  }
  form.classList.toggle('shown', !selection.isEmpty)
  allButton.hidden = selection.query !== null || ticked < all.length || ticked === 0 || matched() <= selection.ids.length
  allButton.querySelector('span').textContent = `Select all ${wholeText(matched())} that match`
  say()
  return actions.show(selection.isEmpty ? null : view().dataset.selectionUrl, selection.ids)
}

function take(box, isSelected, isRange) {
  selection.set(isRange ? selection.rangeTo(box.value, shown()) : [box.value], isSelected, shown())
}

document.addEventListener('click', event => {
  const box = event.target
  if (box.matches?.('[data-select]')) take(box, box.checked, event.shiftKey)
  else if (box.matches?.('[data-select-page]')) selection.set(shown(), box.checked, shown())
})

document.addEventListener('keydown', event => {
  const box = document.activeElement?.closest?.('tr.run')?.querySelector('[data-select]')
  if (event.key.toLowerCase() !== 'x' || !box || isTyping(event)) return
  event.preventDefault()
  take(box, event.shiftKey || !box.checked, event.shiftKey)
})

allButton.addEventListener('click', () => selection.all(queryOf()))
form.addEventListener('reset', event => {
  event.preventDefault()
  selection.clear()
})
selection.addEventListener('change', show)

// The browser may have restored ticked boxes after navigating back.
const restored = boxes().filter(box => box.checked).map(box => box.value)
if (restored.length) selection.set(restored, true, restored)
else show()
new MutationObserver(changes => {
  if (changes.some(change => !form.contains(change.target))) show()
}).observe(document.getElementById('main'), { childList: true, subtree: true })
