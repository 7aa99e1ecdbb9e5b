// All charts of a page: drawn when they come into view, filtered by name, with common axes.
import { onContent } from '../shared/swap.js'
import { Card } from './card.js'
import { sourceOf } from './sources.js'
import { keepSettings, readSettings } from './settings.js'

const cards = new Map()

/** The charts that came into view. */
export const allCards = () => cards.values()

const tools = () => document.querySelector('[data-chart-tools]')

const observer = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    observer.unobserve(target)
    const card = new Card(target, sourceOf(target), readSettings())
    cards.set(target, card)
    card.load()
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
    keepSettings({ x: tools().querySelector('[data-x]').value, yscale: tools().querySelector('[data-log]').checked ? 'log' : 'linear' })
    for (const card of cards.values()) card.set(readSettings())
  }
})
document.addEventListener('themechange', () => cards.forEach(card => card.retheme()))

// A zoomed chart keeps its window.
document.addEventListener('runchange', () => cards.forEach(card => card.renew()))

function watch(root) {
  for (const [figure, card] of cards) {
    if (figure.isConnected) continue
    card.close()
    cards.delete(figure)
  }
  for (const figure of root.querySelectorAll('.chart[data-drawable="true"]')) {
    if (!cards.has(figure)) observer.observe(figure)
  }
  // With every change of a run all its figures are swapped, one by one.
  if (root.matches?.('.chart')) root.hidden = isLeftOut(root)
  else if (tools()) filter()
}

watch(document)
onContent(watch)
