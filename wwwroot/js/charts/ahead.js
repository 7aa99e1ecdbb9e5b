// Asks for the points of the first charts of the Metrics tab together with the tab itself: both take the server as long.
import { grows, nameOf } from './metric.js'
import { queryOf } from './query.js'
import { askAhead } from './series.js'
import { readSettings, windowOf } from './settings.js'

/** The area that each of so many charts will have: measured on empty ones that nobody sees. */
function areaOf(count) {
  const grid = document.createElement('div')
  grid.className = 'charts ahead'
  const { across } = readSettings()
  if (across) grid.dataset.across = across
  for (let i = 0; i < count; i++) {
    const area = document.createElement('div')
    area.className = 'chart-area'
    const figure = document.createElement('figure')
    figure.className = 'chart'
    figure.append(area)
    grid.append(figure)
  }
  document.querySelector('.run-content').append(grid)
  const { clientWidth, clientHeight } = grid.querySelector('.chart-area')
  grid.remove()
  return { clientWidth, clientHeight }
}

document.addEventListener('htmx:beforeRequest', ({ detail: { elt: { dataset: { firstCharts, inRow } } } }) => {
  // Also for none: what was asked for a tab that did not come is old by now.
  if (!firstCharts) return askAhead([])
  const [settings, area] = [readSettings(), areaOf(Number(inRow))]
  askAhead(firstCharts.split(' ').map(url =>
    `${url}?${queryOf({ area, figure: area, settings, window: windowOf(nameOf(url), settings.x), source: { grows } })}`))
})
