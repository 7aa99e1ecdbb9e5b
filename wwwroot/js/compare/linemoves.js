// Pointer and keys on parallel coordinates: the nearest line, and the way to a run's page.
import { colours } from '../charts/theme.js'
import { Surface } from './surface.js'

const NEAR = 12 // CSS pixels
const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -Infinity, End: Infinity }

export function watchLines(plot) {
  const { surface, reading } = plot
  const { area } = surface
  let run = -1

  const isShown = i => !plot.chosen || plot.chosen[i]

  function find(x, y) {
    const { xs, ys } = plot.tracks
    const next = xs.findIndex(at => at > x)
    if (next < 1) return -1
    const part = (x - xs[next - 1]) / (xs[next] - xs[next - 1])
    let [best, least] = [-1, NEAR]
    for (const i of plot.order) {
      const distance = Math.abs(ys[next - 1][i] * (1 - part) + ys[next][i] * part - y)
      if (distance <= least && isShown(i)) [best, least] = [i, distance]
    }
    return best
  }

  function show(next, aloud = false) {
    if (next === run && !aloud) return
    run = next
    reading.show(run, aloud)
    const context = plot.brushes.show()
    if (run < 0) return
    const { xs, ys } = plot.tracks
    context.strokeStyle = colours().text
    context.lineWidth = 2.5
    context.beginPath()
    for (let axis = 0, isBroken = true; axis < xs.length; axis++) {
      const y = ys[axis][run]
      if (y === y) isBroken ? context.moveTo(xs[axis], y) : context.lineTo(xs[axis], y)
      isBroken = y !== y
    }
    context.stroke()
  }

  const hover = Surface.throttle((x, y) => show(find(x, y)))
  area.addEventListener('pointermove', event => {
    if (event.buttons) return
    const [x, y] = surface.at(event)
    area.classList.toggle('brushable', plot.brushes.axisAt(x, y) !== null)
    hover(x, y)
  })
  area.addEventListener('pointerleave', () => { if (document.activeElement !== area) show(-1) })
  area.addEventListener('click', event => {
    const [x, y] = surface.at(event)
    if (event.target.closest('button') || plot.brushes.isBegun) return
    const found = find(x, y)
    if (found >= 0) reading.open(found, event)
  })
  area.addEventListener('keydown', event => {
    if (event.target !== area || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key in steps) {
      // From the best colour on.
      const shown = [...plot.order].reverse().filter(isShown)
      if (!shown.length) return
      const now = shown.indexOf(run)
      const count = steps[event.key]
      const to = now < 0 && Number.isFinite(count) ? (count < 0 ? shown.length - 1 : 0) : now + count
      show(shown[Math.max(0, Math.min(shown.length - 1, to))], true)
    } else if (event.key === 'Enter' && run >= 0) reading.open(run, event)
    else if (event.key === 'Escape') plot.brushes.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}
