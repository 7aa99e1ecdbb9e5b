// The page that compares runs. Its charts are those of a run's page, with the curves of many runs.
import { isTyping } from '../shared/keys.js'
import './source.js'
import '../charts/page.js'
import './legend.js'
import './live.js'
import './copy.js'
import './diff.js'
import './images.js'

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

// A choice from a list needs no button.
document.addEventListener('change', event => {
  if (event.target.matches('[data-group-form] select, [data-figure-form] select, [data-pair-form] select')) event.target.form.requestSubmit()
})
