// The table of groups: moving among them with keys, and staying where one is when it is renewed.
import { isTyping } from '../shared/keys.js'

const groups = () => document.querySelector('[data-groups]')
const stops = () => [...groups().querySelectorAll('[data-group-toggle], .member a.mono')]

let place = null

// The whole view is swapped when a group is opened and when runs change; it begins at its top only where it is another one.
document.addEventListener('htmx:beforeSwap', () => {
  const scroll = groups()
  place = scroll && { view: document.getElementById('view').dataset.changes, top: scroll.scrollTop, left: scroll.scrollLeft }
})

document.addEventListener('htmx:afterSwap', () => {
  if (!place || !groups() || document.getElementById('view').dataset.changes !== place.view) return
  groups().scrollTo(place.left, place.top)
})

function move(step) {
  const all = stops()
  const at = all.findIndex(stop => stop.closest('tr') === document.activeElement?.closest('tr'))
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
  next?.focus({ preventScroll: true })
  next?.closest('tr').scrollIntoView({ block: 'nearest' })
}

document.addEventListener('keydown', event => {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  if (!step || !groups() || isTyping(event) || event.shiftKey) return
  event.preventDefault()
  move(step)
})
