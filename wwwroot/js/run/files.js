// The ticks in the list of files: those that are ticked are downloaded as one zip.
import { onContent } from '../shared/swap.js'

const ticks = () => [...document.querySelectorAll('#file-rows tr:not([hidden]) input[form="zip"]')]

function show() {
  const button = document.querySelector('[data-zip-chosen]')
  if (!button) return
  const count = document.querySelectorAll('#file-rows input[form="zip"]:checked').length
  button.disabled = count === 0
  button.querySelector('span').textContent = count === 0 ? 'Selected' : `${count} selected`
  const all = document.querySelector('[data-tick-all]')
  all.checked = count > 0 && ticks().every(tick => tick.checked)
  all.indeterminate = count > 0 && !all.checked
}

document.addEventListener('change', event => {
  if (event.target.matches('[data-tick-all]')) for (const tick of ticks()) tick.checked = event.target.checked
  if (event.target.matches('[data-tick-all], input[form="zip"]')) show()
})
onContent(show)
