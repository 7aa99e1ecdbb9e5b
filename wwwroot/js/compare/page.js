// The page that compares runs. Its charts are those of a run's page, with the curves of many runs.
import { isTyping } from '../shared/keys.js'
import './source.js'
import { allCards } from '../charts/page.js'
import { keepSettings, readSettings } from '../charts/settings.js'
import './legend.js'
import './live.js'

document.addEventListener('keydown', event => {
  if (isTyping(event)) return
  if (event.key === 'r') document.querySelector('[data-back]')?.click()
  else if (event.key === '/') {
    const field = document.querySelector('[data-filter]')
    if (!field) return
    event.preventDefault()
    field.focus()
  }
})

// Settings of all charts, by the names that they have in the address.
const off = { xscale: 'linear', yrange: 'full' }
document.addEventListener('input', event => {
  const field = event.target.closest?.('[data-compare] [data-setting]')
  if (!field) return
  const { setting } = field.dataset
  keepSettings({ [setting]: field.type !== 'checkbox' || field.checked ? field.value : off[setting] })
  for (const card of allCards()) card.set(readSettings())
})

// A choice from a list needs no button.
document.addEventListener('change', event => {
  if (event.target.matches('[data-group-form] select')) event.target.form.requestSubmit()
})
