// Dragging a column to another place, with a mouse, a pen or a finger.

/**
 * @param {HTMLElement} root contains lists with data-chosen, whose items have a data-grip
 * @param {(field: string, to: number) => void} drop called when an item was dropped at another index
 */
export function enableDrag(root, drop) {
  root.addEventListener('pointerdown', event => {
    const grip = event.target.closest('[data-grip]')
    if (!grip || event.button !== 0) return
    event.preventDefault()
    begin(grip, event, drop)
  })
}

function begin(grip, start, drop) {
  const item = grip.closest('li')
  const list = item.parentElement
  const from = [...list.children].indexOf(item)
  let origin = start.clientY

  const move = event => {
    const previous = item.previousElementSibling
    const next = item.nextElementSibling
    const before = item.getBoundingClientRect().top
    const by = event.clientY - origin
    // Move the other items, because an element that is moved in the document loses the pointer capture.
    if (previous && by < 0 && event.clientY < middle(previous)) item.after(previous)
    else if (next && by > 0 && event.clientY > middle(next)) item.before(next)
    // The item moved in the list, the pointer did not.
    origin += item.getBoundingClientRect().top - before
    item.style.transform = `translateY(${event.clientY - origin}px)`
  }
  const end = event => {
    grip.removeEventListener('pointermove', move)
    grip.removeEventListener('pointerup', end)
    grip.removeEventListener('pointercancel', end)
    item.classList.remove('dragged')
    item.style.transform = ''
    const to = [...list.children].indexOf(item)
    if (event.type === 'pointercancel') list.insertBefore(item, list.children[from < to ? from : from + 1] ?? null)
    else if (to !== from) drop(item.dataset.field, to)
  }

  item.classList.add('dragged')
  grip.setPointerCapture(start.pointerId)
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', end)
  grip.addEventListener('pointercancel', end)
}

function middle(element) {
  const box = element.getBoundingClientRect()
  return box.top + box.height / 2
}
