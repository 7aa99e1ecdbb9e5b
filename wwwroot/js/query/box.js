// The query box. htmx swaps only the view below it, so that no typed character is lost.
import { Combobox } from './combobox.js'
import { LONG_PAUSE, PAUSE, SOON, isHalfTyped } from './halftyped.js'
import { suggest } from './suggest.js'

const form = document.getElementById('search')
const bar = form.parentElement
const box = document.getElementById('q')
const clear = form.querySelector('[data-clear]')
const view = () => document.getElementById('view')

let typed = -Infinity // time of the last key, unless the query was finished since
let askTimer = 0
let feedbackTimer = 0
let asked = 0 // time of the last request for a view that did not come from the box
let shown = view().dataset.query
let answered = shown // the text of the last answer, also of one that was an error
let waiting = null // feedback that is held back during typing

new Combobox(box, { ask: suggest })
// Makes the server prepare suggestions before the first key.
box.addEventListener('focus', () => { suggest('', 0).catch(() => {}) }, { once: true })

function ask() {
  askTimer = 0
  window.htmx.trigger(form, 'ask')
}

function askAfter(pause) {
  clearTimeout(askTimer)
  askTimer = setTimeout(ask, pause)
}

/** Dims the rows while they are not those of the text in the box. */
function markOutdated(isOutdated) {
  bar.classList.toggle('outdated', isOutdated)
}

/** Shows the error; the rows stay. */
function showFeedback() {
  clearTimeout(feedbackTimer)
  const delay = typed + PAUSE - performance.now()
  if (delay > 0) {
    feedbackTimer = setTimeout(showFeedback, delay)
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

/** Takes the text in the box as meant. */
function finish() {
  typed = -Infinity
  clearTimeout(askTimer)
  askTimer = 0
}

box.addEventListener('input', () => {
  typed = performance.now()
  clear.hidden = box.value === ''
  const isHalf = isHalfTyped(box.value, box.selectionStart)
  markOutdated(isHalf && box.value.trim() !== shown)
  askAfter(isHalf ? PAUSE : SOON)
})
// Leaving the box finishes its text. A click that leaves it must not miss what it was aimed at, so the rows stay for a moment.
box.addEventListener('change', () => {
  finish()
  if (box.value.trim() !== answered) askAfter(SOON)
})
form.addEventListener('submit', finish)

clear.addEventListener('click', () => {
  setQuery('')
  box.focus()
})

document.addEventListener('htmx:beforeSwap', event => {
  const { target, requestConfig, xhr } = event.detail
  if (requestConfig.elt === form) answered = String(requestConfig.parameters.q).trim()
  if (target?.id === 'query-feedback') {
    event.detail.shouldSwap = false
    waiting = xhr.responseText
    showFeedback()
  } else if (target?.id === 'view' && requestConfig.elt === form && xhr.responseText.includes('data-empty="nothing-matches"')) {
    const delay = typed + LONG_PAUSE - performance.now()
    if (delay <= 0 || view().querySelector('[data-empty]')) return
    event.detail.shouldSwap = false
    answered = null
    markOutdated(true)
    if (askTimer === 0) askAfter(delay)
  }
})

document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.elt === form) return
  asked = performance.now()
  // An answer to the text in the box must not replace that of the link.
  clearTimeout(askTimer)
  askTimer = 0
  window.htmx.trigger(form, 'htmx:abort')
})

document.addEventListener('htmx:afterRequest', event => {
  // The builder was opened, which leaves the query as it was.
  if (event.detail.requestConfig?.elt !== form && askTimer === 0 && box.value.trim() !== shown && box.value.trim() !== answered) ask()
})

document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target?.id !== 'view') return
  clearTimeout(feedbackTimer)
  waiting = null
  const before = shown
  shown = view().dataset.query
  answered = shown
  mark()
  if (box.value.trim() === shown) markOutdated(false)
  if (event.detail.requestConfig?.elt === form || box.value.trim() === shown) return
  // A link or the builder changed the query. Text typed since then is kept and its runs are requested again.
  if (shown !== before && typed < asked) {
    box.value = shown
    mark()
    markOutdated(false)
  } else {
    ask()
  }
})

mark()
