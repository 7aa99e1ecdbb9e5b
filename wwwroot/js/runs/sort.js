// Sorting in place: a heading sorts by its column, with Shift as a further level; the menu lists all levels.
import { show } from './view.js'

const view = () => document.getElementById('view')

/** Sends one change of the sort order; the server answers with the URL of the new order. */
async function take(step) {
  const form = document.getElementById('order')
  const sent = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== 'order'))
  sent.append('order', step)
  const menu = document.querySelector('[data-sort-menu]').open
  await show(`${form.getAttribute('action')}?${sent}`)
  if (menu) {
    const again = document.querySelector('[data-sort-menu]')
    again.open = true
    if (!view().contains(document.activeElement)) again.querySelector('summary').focus()
  }
}

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return
  const button = event.target.closest?.('[data-sort], [data-step], [data-step-add]')
  if (!button) return
  event.preventDefault()
  const step = 'stepAdd' in button.dataset ? document.querySelector('[data-step-choice]').value : button.value
  if (step) take(event.shiftKey && 'sort' in button.dataset ? step.replace(/^by:/, 'then:') : step)
})
