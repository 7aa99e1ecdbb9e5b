// Keeps the page of a run current: puts in its place only what changed.
import { Poll } from '../shared/poll.js'
import { localize, tick } from '../shared/times.js'

const tabs = () => document.querySelector('[data-region="tabs"]')

/** True while the reader has something selected in there. */
function isSelected(element) {
  const selection = getSelection()
  return !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(element)
}

function replaceTabs(now, next) {
  now.dataset.going = next.dataset.going
  for (const link of next.querySelectorAll('[data-tab-link]')) {
    const old = now.querySelector(`[data-tab-link="${link.dataset.tabLink}"]`)
    if (old.textContent !== link.textContent) old.replaceChildren(...link.childNodes)
  }
}

/** The focus goes to what stands in the same place now. */
function replaceRegion(now, next) {
  const focusable = root => [...root.querySelectorAll('a, button, summary, [tabindex]')]
  const focused = focusable(now).indexOf(document.activeElement)
  const tail = now.querySelector('[data-output-tail]')
  const scroll = tail && tail.scrollHeight - tail.scrollTop - tail.clientHeight > 24 ? tail.scrollTop : null
  now.replaceWith(next)
  if (focused >= 0) focusable(next)[focused]?.focus({ preventScroll: true })
  showEnd(next, scroll)
  localize(next)
  tick(next)
}

/** What is selected is left as it is, and asked for again. */
function replaceRegions(html) {
  const changes = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-token]')
  let done = true
  for (const next of changes.querySelectorAll('[data-region]')) {
    const now = document.querySelector(`[data-region="${next.dataset.region}"]`)
    if (!now || now.isEqualNode(next)) continue
    if (next.dataset.region === 'tabs') replaceTabs(now, next)
    else if (isSelected(now)) done = false
    else replaceRegion(now, next)
  }
  if (done) tabs().dataset.token = changes.dataset.token
}

/** Scrolls to the last line of an output. */
export function showEnd(root, scroll = null) {
  const tail = root.querySelector('[data-output-tail]')
  if (tail) tail.scrollTop = scroll ?? tail.scrollHeight
}

/** @param follow puts new output in its place, where the page shows any */
export function startLive(follow) {
  new Poll({
    url: () => `${tabs().dataset.changes}?tab=${tabs().dataset.tab}&since=${tabs().dataset.token}`,
    lively: () => tabs().dataset.going === 'true',
    apply(html) {
      replaceRegions(html)
      const metrics = Number(tabs().querySelector('[data-tab-link="metrics"] .count').textContent.replaceAll(',', ''))
      // The first metrics: the page has no place for them yet.
      if (metrics > 0 && !document.querySelector('.chart') && /overview|metrics/.test(tabs().dataset.tab)) location.reload()
      document.dispatchEvent(new CustomEvent('runchange', { detail: { metrics } }))
      follow()
    },
    reload() {
      tabs().dataset.token = ''
    }
  })
}
