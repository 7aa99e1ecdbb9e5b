// All charts of a page: drawn when they come into view, filtered by name, with common axes.
import { onContent } from '../shared/swap.js'
import { Pane } from './pane.js'
import { keepAxes } from './settings.js'

const panes = new Map()
const tools = () => document.querySelector('[data-chart-tools]')
const choice = () => [tools()?.querySelector('[data-x]').value ?? 'step', tools()?.querySelector('[data-log]').checked ?? false]

const observer = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    observer.unobserve(target)
    const pane = new Pane(target, ...choice())
    panes.set(target, pane)
    pane.load()
  }
}, { rootMargin: '300px' })

const wanted = () => tools()?.querySelector('[data-filter]').value.trim().toLowerCase() ?? ''
const isLeftOut = figure => !(figure.dataset.metric ?? '').toLowerCase().includes(wanted())

function filter() {
  let shown = 0
  for (const group of document.querySelectorAll('.chart-group')) {
    let here = 0
    for (const figure of group.querySelectorAll('.chart')) {
      figure.hidden = isLeftOut(figure)
      here += figure.hidden ? 0 : 1
    }
    group.hidden = here === 0
    shown += here
  }
  document.querySelector('[data-no-match]').hidden = shown > 0
}

document.addEventListener('input', event => {
  if (!event.target.closest('[data-chart-tools]')) return
  if ('filter' in event.target.dataset) filter()
  else {
    keepAxes(...choice())
    for (const pane of panes.values()) pane.set(...choice())
  }
})
document.addEventListener('themechange', () => panes.forEach(pane => pane.retheme()))

// A zoomed chart keeps its window.
document.addEventListener('runchange', () => panes.forEach(pane => pane.renew()))

function watch(root) {
  for (const [figure, pane] of panes) {
    if (figure.isConnected) continue
    pane.close()
    panes.delete(figure)
  }
  for (const figure of root.querySelectorAll('.chart[data-drawable="true"]')) {
    if (!panes.has(figure)) observer.observe(figure)
  }
  // With every change of a run all its figures are swapped, one by one.
  if (root.matches?.('.chart')) root.hidden = isLeftOut(root)
  else if (tools()) filter()
}

watch(document)
onContent(watch)
