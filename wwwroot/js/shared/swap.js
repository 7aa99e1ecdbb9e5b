// Replaces parts of the page by new HTML. What is equal keeps focus, selection, scroll position, open parts and typed text.
import { morph } from './morph.js'
import { localize, tick } from './times.js'

/** @param {string} html a whole page or a part of one */
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

/** True when a scrolling box shows its last lines, so that new ones should be scrolled to. */
export const isAtEnd = box => box.scrollHeight - box.scrollTop - box.clientHeight <= 24

export function toEnd(box) {
  box.scrollTop = box.scrollHeight
}

function isSelected(element) {
  const selection = getSelection()
  return !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(element)
}

/**
 * Makes an element of the page equal to another one.
 * @returns {boolean} false when it was left as it is, because of a selection in it
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
  // The focused element is gone: focus the one at the same position.
  if (focused >= 0 && !now.contains(document.activeElement)) (focusable()[focused] ?? focusable().at(-1))?.focus({ preventScroll: true })
  globalThis.htmx?.process(now)
  announce(now)
  return true
}

/**
 * Swaps each region of the page that the answer has too.
 * @returns {boolean} false when a region was left as it is
 */
export function swapRegions(answer) {
  return [...answer.querySelectorAll('[data-region]')].map(next => {
    const now = document.querySelector(`[data-region="${next.dataset.region}"]`)
    return now === null || swap(now, next)
  }).every(Boolean)
}
