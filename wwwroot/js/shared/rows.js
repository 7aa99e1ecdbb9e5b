// What tables of runs and of groups have in common: clicks on rows, and bringing rows and columns into view.

export function isPlainClick(event) {
  return !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
}

/** True for a click that hits no control of the row and does not end a selection of text. */
export function isRowClick(event) {
  return isPlainClick(event) && !event.target.closest('a, button, summary, input, label, .tag') && !String(getSelection())
}

/** Scrolls as little as needed to show a row, or some rows from the first one on. */
export function reveal(first, last = first) {
  const scroll = first.closest('.table-scroll')
  const [top, bottom] = [first.getBoundingClientRect().top, last.getBoundingClientRect().bottom]
  const scrolls = scroll.scrollHeight > scroll.clientHeight
  const box = scroll.getBoundingClientRect()
  // On narrow screens the page scrolls, and no row stays in place.
  const [from, to] = scrolls
    ? [box.top + scroll.querySelector('thead').offsetHeight, box.bottom - (scroll.querySelector('tfoot')?.offsetHeight ?? 0)]
    : [0, innerHeight]
  const by = top < from ? top - from : bottom > to ? Math.min(bottom - to, top - from) : 0
  if (scrolls) scroll.scrollTop += by
  else scrollBy(0, by)
}

/** Scrolls sideways as little as needed to show a column beside those that stay in place. */
export function revealColumn(heading) {
  const scroll = heading.closest('.table-scroll')
  const [cell, box] = [heading.getBoundingClientRect(), scroll.getBoundingClientRect()]
  const fixed = scroll.matches('[data-groups]') ? null : heading.parentElement.querySelector('.c-id')
  const from = fixed ? fixed.getBoundingClientRect().right : box.left
  if (cell.right > box.right) scroll.scrollLeft += Math.ceil(Math.min(cell.right - box.right, cell.left - from))
  else if (cell.left < from) scroll.scrollLeft += Math.floor(cell.left - from)
}
