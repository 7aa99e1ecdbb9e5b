// Scripts of every page: menus that close, and the list of keyboard shortcuts.
import { isTyping } from './keys.js'
import './times.js'

const keys = document.getElementById('keys')

document.addEventListener('click', event => {
  if (event.target.closest?.('[data-keys]')) keys.showModal()
  // A click beside the dialog's content is a click on the dialog itself.
  if (event.target === keys) keys.close()
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false
  }
})

// With Shift a link opens a window of its own; htmx leaves only Ctrl and Meta to the browser. Of the numbers of lines it chooses several.
document.addEventListener('click', event => {
  if (event.shiftKey && event.target.closest?.('a[href]:not([data-line])')) event.stopPropagation()
}, true)

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      menu.open = false
      menu.querySelector('summary').focus()
    }
  }
  if (event.key === '?' && !isTyping(event)) {
    event.preventDefault()
    keys.showModal()
  }
})
