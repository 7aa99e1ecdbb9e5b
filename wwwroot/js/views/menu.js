// The menu of saved views beside the table: its forms are sent by htmx, and the table comes back as it is then.
import './links.js'
import './origin.js'

const menu = () => document.getElementById('views')
const isOurs = event => event.detail.requestConfig?.elt?.matches?.('[data-view-form]') ?? false

// The menu closes with what was done, so its button is where the hand goes on.
document.addEventListener('htmx:afterSettle', event => {
  if (isOurs(event) && !menu().open) menu().querySelector('summary').focus()
})

// What the server has to say it puts here itself; this is for when it did not even get so far.
function fail(event) {
  if (isOurs(event)) document.getElementById('view-problem').textContent = 'That did not work. Reload the page and try again.'
}
document.addEventListener('htmx:responseError', fail)
document.addEventListener('htmx:sendError', fail)
