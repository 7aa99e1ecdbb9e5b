// Buttons that copy the absolute URL of a saved view.
import { copyText } from '../shared/copy.js'

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-copy-link]')
  if (button) copyText(button, new URL(button.dataset.copyLink, location.href).href)
})
