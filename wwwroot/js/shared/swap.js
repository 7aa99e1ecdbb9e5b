// Puts new HTML into the page in place of what is shown. What stays the same keeps its focus, its selection, its scroll position,
// what is open in it and what was typed into it.
import { morph } from './morph.js'
import { localize, tick } from './times.js'

/** @returns {DocumentFragment} of a part of a page, or of all of it */
export function parse(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

const announce = root => root.dispatchEvent(new CustomEvent('contentchange', { bubbles: true }))

/** Calls the listener with each element that was changed by a swap or put in by htmx. */
export function onContent(listener) {
  document.addEventListener('contentchange', event => listener(event.target))
}

document.addEventListener('htmx:afterSwap', ({ target }) => {
  localize(target)
  tick(target)
  announce(target)
})

/** True within the last lines of a box that scrolls: its reader wants to see what comes next. */
export const isAtEnd = box => box.scrollHeight - box.scrollTop - box.clientHeight <= 24

export function toEnd(box) {
  box.scrollTop = box.scrollHeight
}

function isSelected(element) {
  const selection = getSelection()
  return !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(element)
}

/**
 * Makes an element of the page what another one is.
 * @returns {boolean} false when it was left as it is, because the reader has selected something in it
 */
export function swap(now, next) {
  localize(next)
  tick(next)
  if (now.isEqualNode(next)) return true
  if (isSelected(now)) return false
  const focusable = () => [...now.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  const focused = focusable().indexOf(document.activeElement)
  const followed = [...now.querySelectorAll('[data-output-tail]')].filter(isAtEnd)
  morph(now, next)
  followed.forEach(toEnd)
  // What had the focus is gone: it goes to what stands in the same place.
  if (focused >= 0 && !now.contains(document.activeElement)) (focusable()[focused] ?? focusable().at(-1))?.focus({ preventScroll: true })
  globalThis.htmx?.process(now)
  announce(now)
  return true
}

/**
 * Puts the regions of an answer in place of those of the page that have their names.
 * @returns {boolean} whether all of them are done
 */
export function swapRegions(answer) {
  return [...answer.querySelectorAll('[data-region]')].map(next => {
    const now = document.querySelector(`[data-region="${next.dataset.region}"]`)
    return now === null || swap(now, next)
  }).every(Boolean)
}
