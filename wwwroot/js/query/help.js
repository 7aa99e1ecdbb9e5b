// The help beside the table; without scripts its link opens a page.
import { requestPart } from '../shared/part.js'
import { setQuery } from './box.js'

const link = document.querySelector('[data-query-help]')
const panel = document.getElementById('query-help')
const content = panel.querySelector('[data-help-content]')

async function open() {
  panel.hidden = false
  link.setAttribute('aria-expanded', 'true')
  panel.querySelector('[data-help-close]').focus()
  if (content.childElementCount > 0) return
  try {
    const response = await requestPart(link.href)
    if (!response.ok) throw new Error(String(response.status))
    content.innerHTML = await response.text()
  } catch {
    content.textContent = 'The help could not be fetched. Try again in a moment.'
  }
}

function close() {
  panel.hidden = true
  link.setAttribute('aria-expanded', 'false')
  link.focus()
}

link.setAttribute('role', 'button')
link.setAttribute('aria-expanded', 'false')
link.setAttribute('aria-controls', panel.id)
link.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  if (panel.hidden) open()
  else close()
})
link.addEventListener('keydown', event => {
  if (event.key === ' ') {
    event.preventDefault()
    link.click()
  }
})
panel.addEventListener('click', event => {
  if (event.target.closest('[data-help-close]')) close()
  const example = event.target.closest('[data-query-example]')
  if (!example || event.ctrlKey || event.metaKey || event.shiftKey) return
  // In place, so that the columns and the order stay, and the help where there is room for both.
  event.preventDefault()
  setQuery(example.dataset.queryExample)
  if (panel.offsetWidth > innerWidth / 2) close()
})
panel.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    event.stopPropagation()
    close()
  }
})
