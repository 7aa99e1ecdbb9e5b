// Whether the pointer has moved onto an element, or the element has moved below the pointer: a row that opens scrolls the table.
let place = ''
let moved = true

document.addEventListener('mouseover', event => {
  const now = `${event.clientX} ${event.clientY}`
  moved = now !== place
  place = now
}, { capture: true })

/** Of the last event mouseover. */
export const hasMoved = () => moved
