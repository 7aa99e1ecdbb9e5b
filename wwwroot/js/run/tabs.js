// Changes between the parts of a run without loading the page anew. Links that are opened elsewhere stay links.
import { localize, tick } from '../shared/times.js'

const parts = ['[data-region="header"]', '[data-region="tabs"]', '.run-content']
let request = null

const isPlain = event => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

async function show(url, push) {
  request?.abort()
  request = new AbortController()
  const { signal } = request
  try {
    const response = await fetch(url, { signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!response.ok || parts.some(part => !page.querySelector(part))) throw new Error(`status ${response.status}`)
    if (push) history.pushState(null, '', url)
    document.title = page.title
    for (const part of parts) document.querySelector(part).replaceWith(page.querySelector(part))
  } catch {
    if (!signal.aborted) location.assign(url)
    return
  }
  scrollTo(0, 0)
  localize()
  tick()
  if (push) document.querySelector('[data-tab-link][aria-current]').focus({ preventScroll: true })
  document.dispatchEvent(new CustomEvent('tabchange'))
}

export function startTabs() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('[data-tab-link], a.more')
    if (!link || !isPlain(event)) return
    event.preventDefault()
    show(link.href, true)
  })
  addEventListener('popstate', () => show(location.href, false))
}
