// The table of groups: opening by click, keyboard navigation, and keeping the scroll position when the view is swapped.
import { isTyping } from '../shared/keys.js'
import './fields.js'
import { isRowClick, reveal } from '../shared/rows.js'

const groups = () => document.querySelector('[data-groups]')
const stops = () => [...groups().querySelectorAll('[data-group-toggle], .member a.mono, [data-group-earlier], [data-group-more]')]

let place = null

/** The last shown run of the group whose next runs are requested; they appear below it. */
function lastOf(link) {
  if (!link?.matches('[data-group-more]')) return null
  const group = link.closest('[data-group]')
  const row = [...group.querySelectorAll('[data-run]')].at(-1)
  return { group: group.dataset.group, run: row.dataset.run, top: row.getBoundingClientRect().top }
}

function goOn(last) {
  const row = document.querySelector(`[data-group="${CSS.escape(last.group)}"] [data-run="${CSS.escape(last.run)}"]`)
  if (!row) return
  const moved = () => row.getBoundingClientRect().top - last.top
  groups().scrollTop += moved()
  window.scrollBy(0, moved()) // on narrow screens the page scrolls
  // The link is gone when the last runs of the group are shown.
  if (!groups().contains(document.activeElement)) row.nextElementSibling.querySelector('a')?.focus({ preventScroll: true })
}

// The whole view is swapped when a group is opened and when runs change; the scroll position is lost only for another query.
document.addEventListener('htmx:beforeSwap', event => {
  const scroll = groups()
  place = scroll && {
    view: document.getElementById('view').dataset.changes,
    top: scroll.scrollTop,
    left: scroll.scrollLeft,
    last: lastOf(event.detail.requestConfig?.elt),
    opened: event.detail.requestConfig?.elt?.matches('[data-group-toggle][aria-expanded="false"]') ? event.detail.requestConfig.elt.id : null,
  }
})

document.addEventListener('htmx:afterSwap', () => {
  if (!place || !groups() || document.getElementById('view').dataset.changes !== place.view) return
  groups().scrollTo(place.left, place.top)
  if (place.last) goOn(place.last)
  const opened = place.opened && document.getElementById(place.opened)?.closest('[data-group]')
  if (opened) reveal(opened.firstElementChild, opened.lastElementChild)
})

function move(step) {
  const all = stops()
  const at = all.findIndex(stop => stop.closest('tr') === document.activeElement?.closest('tr'))
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
  next?.focus({ preventScroll: true })
  if (next) reveal(next.closest('tr'))
}

document.addEventListener('click', event => {
  const row = event.target.closest?.('tr.group')
  if (!row || !isRowClick(event)) return
  const toggle = row.querySelector('[data-group-toggle]')
  toggle.focus({ preventScroll: true })
  toggle.click()
})

document.addEventListener('keydown', event => {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
  if (!step || !groups() || isTyping(event) || event.shiftKey) return
  event.preventDefault()
  move(step)
})
