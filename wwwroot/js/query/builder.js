// The form that builds one term of the query, and the chips that open it. The server renders the form and writes the query,
// so that both work without scripts.
import { addSuggestions, focusForm } from './term.js'

const builder = document.getElementById('builder')
const panel = builder.querySelector('.builder-panel')
const summary = builder.querySelector('summary')
const empty = builder.querySelector('[data-builder-empty]')
const box = document.getElementById('q')

const form = () => document.getElementById('term')
const place = () => form().elements.at.value
const chipAt = at => document.getElementById(`term-edit-${at}`)

/** Places the builder below the chip that it edits, and marks that chip. */
function placePanel() {
  const chip = builder.open ? chipAt(place()) : null
  for (const link of document.querySelectorAll('[data-term-edit]')) link.setAttribute('aria-expanded', String(link === chip))
  builder.classList.toggle('at-chip', chip !== null)
  if (!chip) return panel.removeAttribute('style')
  const [bar, term] = [builder.parentElement, chip.parentElement].map(element => element.getBoundingClientRect())
  panel.style.left = `${Math.max(0, Math.min(term.left - bar.left, bar.width - panel.offsetWidth))}px`
  panel.style.top = `${term.bottom - bar.top + 4}px`
}

/** Prepares a form that was just inserted. */
function prepareForm() {
  // htmx would process it later; an Enter before that would reload the page.
  window.htmx.process(form())
  addSuggestions(form())
  placePanel()
}

/** Shows the empty form when the edited term was changed or removed. */
function clear() {
  form().replaceWith(empty.content.cloneNode(true))
  prepareForm()
}

function close(back) {
  builder.open = false
  clear()
  back.focus()
}

builder.addEventListener('toggle', () => {
  if (!builder.open && place() !== '') clear()
  else placePanel()
  if (builder.open && !form().contains(document.activeElement)) focusForm(form())
})

builder.addEventListener('click', event => {
  if (!event.target.closest('[data-builder-close]')) return
  event.preventDefault()
  close(chipAt(place()) ?? summary)
})

builder.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || place() === '') return
  event.stopPropagation()
  close(chipAt(place()) ?? summary)
})

builder.addEventListener('htmx:configRequest', event => {
  // The text in the box may not have been submitted yet.
  if (event.target === form()) event.detail.parameters.q = box.value
})

document.addEventListener('htmx:afterSwap', event => {
  const { target, requestConfig } = event.detail
  if (target?.id === 'term') {
    builder.open = true
    prepareForm()
    focusForm(form())
  } else if (target?.id === 'view' && requestConfig?.elt?.id === 'term') {
    close(chipAt(place()) ?? summary)
  } else {
    placePanel()
  }
})

addEventListener('resize', placePanel)

addSuggestions(form())
placePanel()
if (builder.open) focusForm(form())
