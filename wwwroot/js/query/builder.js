// The builder, for people who do not type queries, and the chips that open it. The server writes its form and the query: the same works without scripts.
import { arm, focusForm } from './term.js'

const builder = document.getElementById('builder')
const panel = builder.querySelector('.builder-panel')
const summary = builder.querySelector('summary')
const empty = builder.querySelector('[data-builder-empty]')
const box = document.getElementById('q')

const form = () => document.getElementById('term')
const place = () => form().elements.at.value
const chipAt = at => document.getElementById(`term-edit-${at}`)

/** Shows whose builder it is: the chip says so, and it opens below that. */
function settle() {
  const chip = builder.open ? chipAt(place()) : null
  for (const link of document.querySelectorAll('[data-term-edit]')) link.setAttribute('aria-expanded', String(link === chip))
  builder.classList.toggle('at-chip', chip !== null)
  if (!chip) return panel.removeAttribute('style')
  const [bar, term] = [builder.parentElement, chip.parentElement].map(element => element.getBoundingClientRect())
  panel.style.left = `${Math.max(0, Math.min(term.left - bar.left, bar.width - panel.offsetWidth))}px`
  panel.style.top = `${term.bottom - bar.top + 4}px`
}

/** A form that has just been put in. */
function renew() {
  // htmx does so a moment later; a quick Enter would load the page anew.
  window.htmx.process(form())
  // The focus is put where it belongs below; htmx would take it back a moment later, from whoever types already.
  form().querySelector('[autofocus]')?.removeAttribute('autofocus')
  arm(form())
  settle()
}

/** A term that was changed, or is no longer, makes room for a new one. */
function clear() {
  form().replaceWith(empty.content.cloneNode(true))
  renew()
}

function close(back) {
  builder.open = false
  clear()
  back.focus()
}

builder.addEventListener('toggle', () => {
  if (!builder.open && place() !== '') clear()
  else settle()
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
  // What was typed last may not have been asked for yet.
  if (event.target === form()) event.detail.parameters.q = box.value
})

document.addEventListener('htmx:afterSwap', event => {
  const { target, requestConfig } = event.detail
  if (target?.id === 'term') {
    builder.open = true
    renew()
    focusForm(form())
  } else if (target?.id === 'view' && requestConfig?.elt?.id === 'term') {
    close(chipAt(place()) ?? summary)
  } else {
    settle()
  }
})

addEventListener('resize', settle)

arm(form())
settle()
if (builder.open) focusForm(form())
