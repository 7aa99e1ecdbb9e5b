// All charts of a page: drawn when they come into view, with common settings.
import { onContent } from '../shared/swap.js'
import './ahead.js'
import { Card } from './card.js'
import { arrange, filterChart, filterCharts, setAcross } from './grid.js'
import { markHidden } from './legend.js'
import { complete } from './light.js'
import { warmUp } from './library.js'
import { keepSettings, readSettings } from './settings.js'
import { sourceOf } from './sources.js'
import { Toolbar } from './toolbar.js'
import { changedWindow } from './window.js'

// More drawings at a time would take too much memory.
const MOST_DRAWN = 120

const cards = new Map()
let toolbar = null
let onScreen = null

/** The charts that came into view. */
export const allCards = () => cards.values()

/** Loads the charts that came into view; `entries` as of an IntersectionObserver. */
function look(entries) {
  const [seen, near] = [[], []]
  for (const { isIntersecting, target, boundingClientRect: { top, bottom } } of entries) {
    let card = cards.get(target)
    if (card) card.isInView = isIntersecting
    if (!isIntersecting || card && !card.isStale && (card.isLoading || card.plot?.chart)) continue
    if (!card) {
      complete(target)
      card = new Card(target, sourceOf(target), readSettings())
      card.isInView = true
      // A card that was drawn last is the last to rest.
    } else cards.delete(target)
    cards.set(target, card)
    card.isStale = false
    if (top < innerHeight && bottom > 0) seen.push(card.load())
    else near.push(card)
  }
  // What is beside the screen would keep what is on it waiting.
  onScreen = Promise.allSettled([onScreen, ...seen])
  onScreen.then(() => near.forEach(card => card.isLoading || card.load()))
  restOthers()
}

const observer = new IntersectionObserver(look, { rootMargin: '300px' })

/** What is on the screen of a new page or tab asks for its points before the observer's first look, which waits for all scripts and a frame. */
function lookAtOnce() {
  const measured = [...document.querySelectorAll('.chart[data-drawable="true"]')]
    .map(target => ({ target, boundingClientRect: target.getBoundingClientRect() }))
  look(measured.filter(({ boundingClientRect: { top, bottom, height } }) => height > 0 && top < innerHeight && bottom > 0)
    .map(one => ({ ...one, isIntersecting: true })))
}

function restOthers() {
  let drawn = [...cards.values()].filter(card => card.plot?.chart).length
  for (const card of cards.values()) {
    if (drawn <= MOST_DRAWN) return
    if (card.isInView || !card.plot?.chart) continue
    card.rest()
    drawn--
  }
}

/** Does it with the charts in view, and with each other one when it comes into view. */
function each(doIt) {
  for (const card of cards.values()) {
    if (card.isInView) doIt(card)
    else card.isStale = true
  }
}

const filter = () => {
  setAcross()
  filterCharts(toolbar?.wanted ?? '')
}

function draw() {
  const settings = readSettings()
  for (const card of cards.values()) {
    if (card.isInView) card.set(settings)
    else {
      card.take(settings)
      card.isStale = true
    }
  }
}

document.addEventListener('themechange', () => cards.forEach(card => card.retheme()))

// A zoomed chart keeps its window.
document.addEventListener('runchange', () => each(card => card.renew()))

document.addEventListener('chartzoom', ({ detail: { card, window } }) => {
  if (!readSettings().together) return
  for (const other of cards.values()) {
    if (other === card) continue
    other.follow(changedWindow(other.window, { from: window?.from, to: window?.to }))
  }
})

document.addEventListener('chartsettings', ({ detail: { settings } }) => {
  keepSettings(settings)
  toolbar?.show(readSettings())
  draw()
})

function watch(root) {
  for (const [figure, card] of cards) {
    if (figure.isConnected) continue
    card.close()
    cards.delete(figure)
    observer.unobserve(figure)
  }
  const tools = document.querySelector('[data-chart-tools]')
  const isOther = tools !== (toolbar?.root ?? null)
  if (isOther) toolbar = tools && new Toolbar(tools, { draw, filter, arrange })
  for (const figure of root.querySelectorAll('.chart[data-drawable="true"]')) observer.observe(figure)
  // With every change of a run all its figures are swapped, one by one.
  if (root.matches?.('.chart')) {
    filterChart(root, toolbar?.wanted ?? '')
    if (cards.has(root)) markHidden(cards.get(root))
  } else if (tools || root === document) filter()
  // When the modules that import this one have added their sources, and all others have seen what is new.
  if (isOther || root === document) queueMicrotask(lookAtOnce)
}

watch(document)
onContent(watch)
if (!document.querySelector('.chart[data-drawable="true"]')) warmUp()
