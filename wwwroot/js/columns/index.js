// Choosing columns beside the table. The chooser is the HTML of the page without scripts; each step is sent to the server,
// which answers with the next chooser, and then the table is fetched.
import { enableDrag } from './drag.js'
import { Panel } from './panel.js'

const panel = new Panel(document.querySelector('[data-columns-panel]'), document.querySelector('[data-columns-said]'))

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.target.closest?.('[data-columns-open]')) {
    event.preventDefault()
    if (panel.isOpen) panel.close()
    else panel.open()
  } else if (event.target.closest?.('[data-columns-close]') && panel.isOpen) {
    event.preventDefault()
    panel.close()
  }
})

panel.element.addEventListener('submit', event => {
  event.preventDefault()
  const button = event.submitter
  if (button?.getAttribute('aria-disabled') === 'true') return
  panel.submit(event.target, button)
})

// Choices apply at once, a name when its field loses the focus or Enter is pressed.
panel.element.addEventListener('change', event => {
  const form = event.target.closest('[data-look]')
  if (!form) return
  // Digits mean something else in another number format.
  if (event.target.name === 'numbers') form.elements.digits.value = ''
  panel.submit(form)
})

let typing = 0
panel.element.addEventListener('input', event => {
  const form = event.target.closest('[data-find]')
  if (!form) return
  clearTimeout(typing)
  typing = setTimeout(() => panel.submit(form), 150)
})

panel.element.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.defaultPrevented) {
    event.preventDefault()
    event.stopPropagation()
    panel.close()
  }
  const row = event.target.closest('[data-chosen] > li')
  if (row && event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault()
    panel.step(event.key === 'ArrowUp' ? 'up' : 'down', row.dataset.field)
  }
})

enableDrag(panel.element, (field, to) => panel.step('move', field, { to }))
