// The menu of saved views: htmx sends its forms and swaps in the table that the server answers with.
import './links.js'
import './origin.js'

const menu = () => document.getElementById('views')
const isOurs = event => event.detail.requestConfig?.elt?.matches?.('[data-view-form]') ?? false

// The menu is closed after the swap, so its button gets the focus.
document.addEventListener('htmx:afterSettle', event => {
  if (isOurs(event) && !menu().open) menu().querySelector('summary').focus()
})

// The server puts its own messages into this element; this is for requests that failed.
function fail(event) {
  if (isOurs(event)) document.getElementById('view-problem').textContent = 'That did not work. Reload the page and try again.'
}
document.addEventListener('htmx:responseError', fail)
document.addEventListener('htmx:sendError', fail)
