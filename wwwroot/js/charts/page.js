// All charts of a page: drawn when they come into view, filtered by name, with common axes.
import { Pane } from './pane.js'

const panes = new Map()
const tools = () => document.querySelector('[data-chart-tools]')
const choice = () => [tools()?.querySelector('[data-x]').value ?? 'step', tools()?.querySelector('[data-log]').checked ?? false]

const observer = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    observer.unobserve(target)
    const pane = new Pane(target)
    panes.set(target, pane)
    const [axis, log] = choice()
    Object.assign(pane, { axis, log })
    pane.load()
  }
}, { rootMargin: '300px' })

export function watchCharts(root = document) {
  for (const figure of root.querySelectorAll('.chart[data-drawable="true"]')) {
    if (!panes.has(figure)) observer.observe(figure)
  }
}

function filter(text) {
  const wanted = text.trim().toLowerCase()
  let shown = 0
  for (const group of document.querySelectorAll('.chart-group')) {
    let here = 0
    for (const figure of group.querySelectorAll('.chart')) {
      figure.hidden = !figure.dataset.metric.toLowerCase().includes(wanted)
      here += figure.hidden ? 0 : 1
    }
    group.hidden = here === 0
    shown += here
  }
  document.querySelector('[data-no-match]').hidden = shown > 0
}

document.addEventListener('input', event => {
  if (!event.target.closest('[data-chart-tools]')) return
  if ('filter' in event.target.dataset) filter(event.target.value)
  else for (const pane of panes.values()) pane.set(...choice())
})
document.addEventListener('themechange', () => panes.forEach(pane => pane.retheme()))

/** Adds the charts of metrics that are new. */
async function addCharts() {
  const response = await fetch(location.href)
  if (!response.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const known = new Set([...document.querySelectorAll('.chart[data-metric]')].map(figure => figure.dataset.metric))
  for (const group of page.querySelectorAll('.chart-group')) {
    const here = document.querySelector(`.chart-group[data-group="${CSS.escape(group.dataset.group)}"]`)
    const fresh = [...group.querySelectorAll('.chart')].filter(figure => !known.has(figure.dataset.metric))
    if (here) here.querySelector('.charts').append(...fresh)
    else document.querySelector('[data-no-match]').before(group)
  }
  document.querySelector('[data-total]').replaceWith(page.querySelector('[data-total]'))
  watchCharts()
}

// New points of charts that are open; one that is zoomed shows a part that does not change.
document.addEventListener('runchange', event => {
  for (const pane of panes.values()) if (!pane.isZoomed) pane.load()
  if (tools() && event.detail.metrics > document.querySelectorAll('.chart[data-metric]').length) addCharts()
})

document.addEventListener('tabchange', () => {
  observer.disconnect()
  for (const pane of panes.values()) pane.close()
  panes.clear()
  watchCharts()
})
watchCharts()
