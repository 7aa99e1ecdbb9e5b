// Moves through the differences of two texts: n and p, and their buttons.
import { isTyping } from '../shared/keys.js'

const TOP = 60 // below the tabs, which stay at the top

/** The difference that has the focus; without one the place is where the page is scrolled to. */
const current = list => list.indexOf(document.activeElement?.closest('[data-difference]'))

function nextOf(list, step) {
  const at = current(list)
  if (at >= 0) return at + step
  return step > 0
    ? list.findIndex(block => block.getBoundingClientRect().top > TOP)
    : list.findLastIndex(block => block.getBoundingClientRect().bottom < TOP)
}

function go(step) {
  const list = [...document.querySelectorAll('[data-difference]')]
  if (list.length === 0) return
  const next = (nextOf(list, step) + list.length) % list.length
  list[next].scrollIntoView({ block: list[next].clientHeight > innerHeight / 2 ? 'start' : 'center' })
  list[next].focus({ preventScroll: true })
  const place = document.querySelector('[data-diff-place]')
  if (place) place.textContent = `${next + 1} of ${list.length}`
}

document.addEventListener('keydown', event => {
  if (isTyping(event)) return
  if (event.key === 'n') go(1)
  else if (event.key === 'p') go(-1)
})

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-diff-step]')
  if (button) go(Number(button.dataset.diffStep))
})
