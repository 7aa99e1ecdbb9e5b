// The query box. htmx swaps only the view below it, so that no typed character is lost.
import { Combobox } from './combobox.js'
import { suggest } from './suggest.js'

const FEEDBACK_DELAY = 600 // milliseconds without a key before an error of the query is shown

const form = document.getElementById('search')
const box = document.getElementById('q')
const clear = form.querySelector('[data-clear]')
const view = () => document.getElementById('view')

let typed = -FEEDBACK_DELAY
let timer = 0
let asked = 0 // time of the last request for a view that did not come from the box
let shown = view().dataset.query
let waiting = null // feedback that is held back during typing

new Combobox(box, { ask: suggest })
// Makes the server prepare suggestions before the first key.
box.addEventListener('focus', () => { suggest('', 0).catch(() => {}) }, { once: true })

/** Shows the error; the rows stay. */
function showFeedback() {
  clearTimeout(timer)
  const delay = typed + FEEDBACK_DELAY - performance.now()
  if (delay > 0) {
    timer = setTimeout(showFeedback, delay)
    return
  }
  const template = document.createElement('template')
  template.innerHTML = waiting
  const fresh = template.content.querySelector('#query-feedback')
  const place = document.getElementById('query-feedback')
  if (!fresh || !place) return
  place.replaceWith(fresh)
  window.htmx.process(fresh)
  mark()
}

function mark() {
  const wrong = document.querySelector('#query-feedback [data-query-error]') !== null
  if (wrong) box.setAttribute('aria-invalid', 'true')
  else box.removeAttribute('aria-invalid')
  clear.hidden = box.value === ''
}

/** Puts a query into the box and requests its runs. */
export function setQuery(text) {
  box.value = text
  mark()
  form.requestSubmit()
}

box.addEventListener('input', () => {
  typed = performance.now()
  clear.hidden = box.value === ''
})
box.addEventListener('change', () => { typed = -FEEDBACK_DELAY })
form.addEventListener('submit', () => { typed = -FEEDBACK_DELAY })

clear.addEventListener('click', () => {
  setQuery('')
  box.focus()
})

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target?.id !== 'query-feedback') return
  event.detail.shouldSwap = false
  waiting = event.detail.xhr.responseText
  showFeedback()
})

document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.elt !== form) asked = performance.now()
})

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target?.id !== 'view') return
  clearTimeout(timer)
  waiting = null
  const before = shown
  shown = view().dataset.query
  mark()
  if (event.detail.requestConfig?.elt === form || box.value.trim() === shown) return
  // A link or the builder changed the query. Text typed since then is kept and its runs are requested again.
  if (shown !== before && typed < asked) {
    box.value = shown
    mark()
  } else {
    const last = typed
    form.requestSubmit()
    typed = last
  }
})

mark()
