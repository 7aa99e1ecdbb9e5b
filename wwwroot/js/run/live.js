// Keeps the page of a run current: asks whether anything changed, and puts only what did in its place.
import { localize, tick } from '../shared/times.js'

const going = 2000
const ended = 4500
const longest = 30000

const pause = () => tabs().dataset.going === 'true' ? going : ended
const tabs = () => document.querySelector('[data-region="tabs"]')

/** True while the reader has something selected or focused in there: then it is left alone until the next change. */
function isUsed(element) {
  const selection = getSelection()
  return element.contains(document.activeElement)
    || (!selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(element))
}

function replaceTabs(now, next) {
  Object.assign(now.dataset, { version: next.dataset.version, going: next.dataset.going })
  for (const link of next.querySelectorAll('[data-tab-link]')) {
    const old = now.querySelector(`[data-tab-link="${link.dataset.tabLink}"]`)
    if (old.textContent !== link.textContent) old.replaceChildren(...link.childNodes)
  }
}

function replaceRegions(html) {
  const parts = new DOMParser().parseFromString(html, 'text/html')
  for (const next of parts.querySelectorAll('[data-region]')) {
    const now = document.querySelector(`[data-region="${next.dataset.region}"]`)
    if (!now) continue
    if (next.dataset.region === 'tabs') {
      replaceTabs(now, next)
    } else if (!isUsed(now)) {
      const tail = now.querySelector('[data-output-tail]')
      const scroll = tail && tail.scrollHeight - tail.scrollTop - tail.clientHeight > 24 ? tail.scrollTop : null
      now.replaceWith(next)
      showEnd(next, scroll)
      localize(next)
      tick(next)
    }
  }
}

function showEnd(root, scroll = null) {
  const tail = root.querySelector('[data-output-tail]')
  if (tail) tail.scrollTop = scroll ?? tail.scrollHeight
}

async function askForRun() {
  const { live, tab, version } = tabs().dataset
  const response = await fetch(`${live}?tab=${tab}&version=${version}`)
  if (response.status === 204) return false
  if (response.status === 404) {
    document.dispatchEvent(new CustomEvent('rungone'))
    return false
  }
  if (!response.ok) throw new Error(`status ${response.status}`)
  replaceRegions(await response.text())
  document.dispatchEvent(new CustomEvent('runchange'))
  return true
}

/** @param follower asks for new output, or null where the page shows none */
export function startLive(follower) {
  if (!tabs()) return
  let failures = 0
  let timer = 0
  showEnd(document)

  async function ask() {
    clearTimeout(timer)
    if (document.hidden) return
    try {
      await askForRun()
      // The output grows at heartbeats, which change the run; the last part comes when it ends.
      if (follower) await follower()
      failures = 0
    } catch {
      failures++
    }
    const state = document.querySelector('[data-region="live"]')
    state?.classList.toggle('away', failures > 0)
    const wait = pause()
    timer = setTimeout(ask, Math.min(longest, wait * 2 ** failures))
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask() })
  timer = setTimeout(ask, pause())
}
