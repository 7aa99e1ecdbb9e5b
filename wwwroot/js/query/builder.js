// The builder, for people who do not type queries, and the chips it makes. The server writes the query: a form does the same without scripts.
import { Combobox } from './combobox.js'
import { suggest } from './suggest.js'

const builder = document.getElementById('builder')
const form = builder.querySelector('form')
const summary = builder.querySelector('summary')
const { field, op, value, at } = form.elements
const box = document.getElementById('q')

const needsValue = () => op.selectedOptions[0].dataset.value !== 'none'

/** Without a value to compare with, there is none to be given. */
function adapt() {
  value.disabled = !needsValue()
  form.querySelector('[data-builder-title]').textContent = at.value === '' ? 'Add a filter' : 'Change the filter'
  form.querySelector('[type=submit]').textContent = at.value === '' ? 'Add' : 'Change'
}

function reset() {
  builder.open = false
  form.reset()
  at.value = ''
  adapt()
}

new Combobox(field, {
  async ask(text, caret, signal) {
    const answer = await suggest(text, caret, signal)
    const items = answer.items.filter(item => ['field', 'metric', 'function'].includes(item.kind)).map(item => ({ ...item, after: item.after.trim() }))
    return { ...answer, items }
  },
})

new Combobox(value, {
  async ask(text, caret, signal) {
    const before = `${field.value} ${op.value}${op.value.endsWith('in') ? ' (' : ' '}`
    const answer = await suggest(before + text, before.length + caret, signal)
    const items = answer.items.filter(item => item.kind === 'value' && answer.from >= before.length).map(item => ({ ...item, after: '' }))
    return { from: answer.from - before.length, to: answer.to - before.length, items }
  },
})

op.addEventListener('change', adapt)

builder.addEventListener('toggle', () => {
  if (builder.open) field.focus()
  else if (at.value !== '') reset()
})

form.addEventListener('htmx:configRequest', event => {
  if (event.target !== form) return
  // What was typed last may not have been asked for yet.
  event.detail.parameters.q = box.value
})

/** A simple term is changed in the builder, any other in the box. */
function edit(chip) {
  const { field: name, op: sign, value: text, term, from, to } = chip.dataset
  if (name) {
    form.reset()
    at.value = term
    field.value = name
    op.value = sign
    value.value = text
    adapt()
    builder.open = true
  } else if (from) {
    box.focus()
    box.setSelectionRange(Number(from), Number(to))
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-term-edit]')
  if (!button) return
  edit(button.closest('[data-term]'))
})

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.requestConfig?.elt !== form && event.detail.elt !== form) return
  reset()
  summary.focus()
})

adapt()
