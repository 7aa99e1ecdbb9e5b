// Follows a TensorBoard that starts or runs, and goes to it when it is there and was asked for.
import { localize, tick } from '../shared/times.js'

const STARTING = 500
const RUNNING = 5000

let timer = 0

const region = () => document.querySelector('[data-tensorboard]')

/** Puts the answer in place of what is shown; what is open stays open. */
function replace(now, html) {
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-tensorboard]')
  if (!next) return
  const details = now.querySelector('details')
  if (details && next.querySelector('details') && now.dataset.phase === next.dataset.phase) next.querySelector('details').open = details.open
  const focused = now.contains(document.activeElement) ? document.activeElement.value : null
  now.replaceWith(next)
  if (focused) next.querySelector(`button[value="${focused}"]`)?.focus({ preventScroll: true })
  localize(next)
  tick(next)
}

async function ask() {
  const now = region()
  if (!now) return
  const opening = now.dataset.opening === 'true'
  try {
    const response = await fetch(`${now.dataset.url}${opening ? '&open=true' : ''}`, { headers: { Accept: 'text/html' } })
    if (response.ok && region() === now) replace(now, await response.text())
  } catch {
    // Asked again; the header says that the dashboard does not answer.
  }
  if (opening && region()?.dataset.phase === 'running') location.replace(region().dataset.app)
  else schedule()
}

function schedule() {
  clearTimeout(timer)
  const phase = region()?.dataset.phase
  if (phase === 'starting' || phase === 'running') timer = setTimeout(() => document.hidden ? schedule() : ask(), phase === 'starting' ? STARTING : RUNNING)
}

/** Begins to follow what the page shows of a TensorBoard, if it shows any. */
export function startStatus() {
  schedule()
}
