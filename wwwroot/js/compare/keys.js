// The keys of the page that compares runs.
import { isTyping } from '../shared/keys.js'

document.addEventListener('keydown', event => {
  if (isTyping(event)) return
  if (event.key === 'r') document.querySelector('[data-back]')?.click()
  else if (event.key === '/') {
    const field = document.querySelector('[data-filter], [data-find]')
    if (!field) return
    event.preventDefault()
    field.focus()
  }
})
