// The legend: one line for the curves of a run or group in all charts. Pointing at a line lights up its curves, a click hides them;
// pointing at a chart shows the values there.
import { isPlainClick } from '../shared/rows.js'
import { onContent } from '../shared/swap.js'
import { valueWords } from '../charts/reading.js'
import { allCards } from '../charts/page.js'
import { legendLines } from './source.js'

const lineOf = target => target instanceof Element ? target.closest('[data-legend] [data-curve-key]') : null
const hiddenKeys = () => [...legendLines()].filter(([, line]) => line.dataset.hidden === 'true').map(([key]) => key)

function hide() {
  const keys = hiddenKeys()
  for (const { plot } of allCards()) plot?.hide(keys)
}

function highlight(key) {
  for (const { plot } of allCards()) plot?.highlight(key)
}

/** Keeps what is hidden in the address, so that it is hidden after a reload and for whom the address is sent to. */
function remember() {
  const url = new URL(location.href)
  const keys = hiddenKeys()
  if (keys.length) url.searchParams.set('hide', keys.join(','))
  else url.searchParams.delete('hide')
  history.replaceState(history.state, '', url.href.replaceAll('%2C', ','))
}

function toggle(line) {
  const isHidden = line.dataset.hidden !== 'true'
  line.dataset.hidden = String(isHidden)
  line.classList.toggle('off', isHidden)
  const button = line.querySelector('[data-toggle-curve]')
  const name = line.querySelector('[data-run-link]').textContent
  button.setAttribute('aria-label', `${isHidden ? 'Show' : 'Hide'} the curves of ${name}`)
  button.title = `${isHidden ? 'Show' : 'Hide'} its curves`
  remember()
  hide()
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-legend] [data-toggle-curve]')
  if (!button || !isPlainClick(event)) return
  event.preventDefault()
  toggle(lineOf(button))
})

for (const [enter, leave] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
  document.addEventListener(enter, event => { if (lineOf(event.target)) highlight(lineOf(event.target).dataset.curveKey) })
  document.addEventListener(leave, event => {
    if (lineOf(event.target) && lineOf(event.target) !== lineOf(event.relatedTarget)) highlight(null)
  })
}

// Of all charts that follow the pointer, the one under it tells the values.
document.addEventListener('chartread', event => {
  const { hover } = event.detail
  if (hover && !event.target.matches(':hover, :focus-within')) return
  const readings = new Map(hover?.readings.map(reading => [reading.key, reading]))
  for (const [key, line] of legendLines()) {
    const reading = readings.get(key)
    const text = reading && !reading.mark ? valueWords(reading) : ''
    const place = line.querySelector('[data-value]')
    if (place.textContent !== text) place.textContent = text
  }
})

onContent(root => { if (root.matches?.('[data-legend]') || root.querySelector?.('[data-legend]')) hide() })
