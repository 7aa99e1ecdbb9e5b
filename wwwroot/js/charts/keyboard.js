// A chart by keyboard: arrows step through its points and curves, Home and End go to the ends, + and − zoom, 0 shows all again.
import { indexAt } from './nearest.js'
import { scaled } from './gestures.js'

const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -Infinity, End: Infinity }

export function watchKeys(plot) {
  let curve = 0
  let at = null // { view, index, x } of the point stepped to

  /** The indices of a curve's points between the edges of the chart. */
  const inside = ({ x }) => [...x.keys()].filter(i => x[i] >= plot.edges.from && x[i] <= plot.edges.to)

  /** Goes to the point that lies so many points further, without leaving the window. */
  function step(count) {
    const chosen = plot.shown[curve % plot.shown.length]
    const indices = chosen ? inside(chosen) : []
    if (!indices.length) return
    const known = at && (at.view === plot.view && at.key === chosen.key ? at.index : indexAt(chosen, at.x, { scales: plot.chart.scales, pixelY: null }))
    const now = known === null ? -1 : indices.indexOf(known)
    const first = count < 0 ? indices.length - 1 : 0
    const next = now < 0 && Number.isFinite(count) ? first : Math.max(0, Math.min(indices.length - 1, now + count))
    const index = indices[next]
    at = { view: plot.view, key: chosen.key, index, x: chosen.x[index] }
    plot.showAt(at.x, null)
    const readings = [{ curve: chosen, key: chosen.key, label: chosen.label, index, x: at.x, y: chosen.y[index] }]
    plot.overlay.cross(readings)
    plot.handlers.onStep?.({ x: at.x, readings })
  }

  function zoom(factor) {
    const { left, right } = plot.chart.chartArea
    const middle = at === null ? (left + right) / 2 : plot.chart.scales.x.getPixelForValue(at.x)
    plot.handlers.onZoom(scaled(plot.chart, Math.min(right, Math.max(left, middle)), factor))
  }

  plot.area.addEventListener('keydown', event => {
    if (!plot.chart || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key in steps) step(steps[event.key])
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      curve = (curve + (event.key === 'ArrowUp' ? plot.shown.length - 1 : 1)) % Math.max(1, plot.shown.length)
      step(0)
    } else if (event.key === '+' || event.key === '=') zoom(0.5)
    else if (event.key === '-') zoom(2)
    else if (event.key === '0') plot.handlers.onZoom(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  plot.area.addEventListener('blur', () => {
    at = null
    plot.showAt(null)
  })
}
