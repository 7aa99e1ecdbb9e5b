// What can be done with one chart: pin it, make it large, show it in full screen, set its range, export it.
import { exportChart, linkAllPoints } from './export.js'
import { isPinned, pin } from './grid.js'
import { setRange, showRange } from './ranges.js'

/** Puts the actions into the foot of a card; they are its own until the figure goes. */
export function addActions(card) {
  const { figure } = card
  const template = document.querySelector('[data-chart-actions]')
  if (!template || figure.querySelector('.chart-actions')) return
  figure.querySelector('.chart-foot').append(template.content.firstElementChild.cloneNode(true))
  const one = hook => figure.querySelector(`[data-chart-${hook}]`)
  // Charts of several runs have no place of their own to be pinned to.
  if (!document.querySelector('.run-content')) one('pin').remove()
  one('pin')?.setAttribute('aria-pressed', isPinned(card.key))
  one('pin')?.addEventListener('click', event => {
    event.currentTarget.setAttribute('aria-pressed', !isPinned(card.key))
    pin(card.key)
  })
  one('large').addEventListener('click', () => setLarge(figure, !figure.classList.contains('large')))
  one('full').addEventListener('click', () => setFull(figure, !isFull(figure)))
  const menu = one('menu')
  menu.addEventListener('toggle', () => {
    if (!menu.open) return
    linkAllPoints(card)
    showRange(card)
  })
  menu.addEventListener('click', event => exportChart(card, event.target.closest('button')))
  menu.addEventListener('keydown', event => move(menu, event))
  menu.querySelector('form').addEventListener('submit', event => {
    event.preventDefault()
    if (setRange(card)) menu.open = false
  })
}

/** Arrows go through the menu. */
function move(menu, event) {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (!by || event.target.matches('input')) return
  const items = [...menu.querySelectorAll('button, a, input')]
  event.preventDefault()
  menu.open = true
  const next = items.indexOf(document.activeElement) + by
  items[(next + items.length) % items.length].focus()
}

function press(figure, hook, pressed) {
  figure.querySelector(`[data-chart-${hook}]`)?.setAttribute('aria-pressed', pressed)
}

/** The whole width of the page. */
function setLarge(figure, large) {
  figure.classList.toggle('large', large)
  press(figure, 'large', large)
  changed(figure)
}

const isFull = figure => document.fullscreenElement === figure || figure.classList.contains('full')

async function setFull(figure, full) {
  if (!full) {
    if (document.fullscreenElement === figure) await document.exitFullscreen()
    return leaveFull(figure)
  }
  figure.classList.add('full')
  press(figure, 'full', true)
  // Where a browser has no full screen (or forbids it), the card covers the page.
  await figure.requestFullscreen?.().catch(() => {})
  changed(figure)
}

function leaveFull(figure) {
  if (!figure.classList.contains('full')) return
  figure.classList.remove('full')
  press(figure, 'full', false)
  changed(figure)
  figure.querySelector('[data-chart-full]')?.focus({ preventScroll: true })
}

/** The size of a chart changed: it needs other points. */
const changed = figure => figure.dispatchEvent(new CustomEvent('chartresize', { bubbles: true }))

document.addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement) document.querySelectorAll('.chart.full').forEach(leaveFull)
})

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open], details.menu[open]')) return
  const figure = document.querySelector('.chart.full') ?? event.target.closest?.('.chart.large')
  if (figure?.classList.contains('full')) setFull(figure, false)
  else if (figure) setLarge(figure, false)
})
