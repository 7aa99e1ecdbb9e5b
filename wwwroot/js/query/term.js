// The form of the builder: its suggestions and its initial focus.
import { Combobox } from './combobox.js'
import { suggest } from './suggest.js'

async function suggestFields(text, caret, signal) {
  const answer = await suggest(text, caret, signal)
  const items = answer.items
    .filter(item => ['field', 'metric', 'function'].includes(item.kind))
    .map(item => ({ ...item, after: item.after.trim() }))
  return { ...answer, items }
}

const suggestValues = (field, op) => async (text, caret, signal) => {
  const before = `${field.value} ${op.value}${op.value.endsWith('in') ? ' (' : ' '}`
  const answer = await suggest(before + text, before.length + caret, signal)
  const items = answer.items.filter(item => item.kind === 'value' && answer.from >= before.length).map(item => ({ ...item, after: '' }))
  return { from: answer.from - before.length, to: answer.to - before.length, items }
}

/** Adds suggestions to the fields of a form. */
export function addSuggestions(form) {
  const { field, op, value, text } = form.elements
  if (text) {
    new Combobox(text, { ask: suggest })
    return
  }
  // Some operators take no value.
  const adapt = () => { value.disabled = op.selectedOptions[0].dataset.value === 'none' }
  new Combobox(field, { ask: suggestFields })
  new Combobox(value, { ask: suggestValues(field, op) })
  op.addEventListener('change', adapt)
  adapt()
}

/** Selects the error in the text, or puts the caret at its end. */
export function focusForm(form) {
  const { field, text } = form.elements
  const input = text ?? field
  const fault = form.querySelector('[data-term-fault]')?.dataset
  const from = fault ? Number(fault.position) : input.value.length
  input.focus()
  input.setSelectionRange(from, fault ? from + Number(fault.length) : from)
}
