// Pointer and keys on a scatter plot: the nearest run, a box that chooses runs, the way to a run's page.
import { colours } from '../charts/theme.js'
import { Surface } from './surface.js'

const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -Infinity, End: Infinity }
const DRAG = 5 // CSS pixels that make a box of a click

export function watchScatter(plot) {
  const { surface, reading } = plot
  let run = -1
  let box = null // { x, y, toX, toY } in CSS pixels
  let start = null // where the pointer went down
  let order = null // runs by their place on the x axis
  let anchor = -1 // the run at which a box by keyboard begins

  function show(next, aloud = false) {
    run = next
    reading.show(run, aloud)
    const context = surface.clear(surface.over)
    const theme = colours()
    context.strokeStyle = theme.text
    context.lineWidth = 1
    if (box) context.strokeRect(Math.min(box.x, box.toX), Math.min(box.y, box.toY), Math.abs(box.toX - box.x), Math.abs(box.toY - box.y))
    if (run < 0) return
    context.lineWidth = 2
    context.beginPath()
    context.arc(plot.dots.x[run], plot.dots.y[run], 8, 0, 7)
    context.stroke()
  }

  /** Chooses the runs in a box; null for none. */
  function choose(next) {
    box = next
    const { x, y } = plot.dots
    const ranges = box ? [[plot.scaleX, box.x, box.toX], [plot.scaleY, box.y, box.toY]].map(([scale, from, to]) => {
      const [low, high] = scale.range(from, to)
      return { column: scale.column, low, high }
    }) : []
    const isIn = ({ column, low, high }, i) => column.at[i] >= low && column.at[i] <= high
    plot.chosen = box ? Uint8Array.from(x, (at, i) => at === at && y[i] === y[i] && ranges.every(range => isIn(range, i))) : null
    plot.paintAll()
    show(run)
    // One field on both axes is one condition.
    const one = ranges.length && ranges[0].column === ranges[1].column
    plot.choice.show(one ? [{ ...ranges[0], low: Math.max(ranges[0].low, ranges[1].low), high: Math.min(ranges[0].high, ranges[1].high) }] : ranges)
  }

  const { area } = surface
  const hover = Surface.throttle((x, y) => show(plot.nearby.find(x, y)))
  area.addEventListener('pointerdown', event => {
    if (event.button !== 0) return
    start = surface.at(event)
    area.setPointerCapture(event.pointerId)
  })
  area.addEventListener('pointermove', event => {
    const [x, y] = surface.at(event)
    if (start && Math.hypot(x - start[0], y - start[1]) > DRAG) {
      box = { x: start[0], y: start[1], toX: x, toY: y }
      show(-1)
    } else if (!start) hover(x, y)
  })
  area.addEventListener('pointerup', event => {
    if (!start) return
    const [x, y] = surface.at(event)
    const isBox = Math.hypot(x - start[0], y - start[1]) > DRAG
    const found = isBox ? -1 : plot.nearby.find(x, y)
    const from = start
    start = null
    if (isBox) choose({ x: from[0], y: from[1], toX: x, toY: y })
    else if (found >= 0) reading.open(found, event)
    else if (box) choose(null)
  })
  area.addEventListener('pointercancel', () => { start = null })
  area.addEventListener('pointerleave', () => { if (!start && document.activeElement !== area) show(-1) })

  function step(count, extends_) {
    const { x, y } = plot.dots
    order ??= [...x.keys()].filter(i => x[i] === x[i]).sort((a, b) => x[a] - x[b] || y[b] - y[a])
    if (!order.length) return
    const now = order.indexOf(run)
    const next = order[now < 0 && Number.isFinite(count) ? (count < 0 ? order.length - 1 : 0) : Math.max(0, Math.min(order.length - 1, now + count))]
    if (extends_) {
      if (anchor < 0) anchor = run < 0 ? next : run
      run = next
      choose({ x: x[anchor] - 1, y: y[anchor] - 1, toX: x[next] + 1, toY: y[next] + 1 })
    } else anchor = -1
    show(next, true)
  }

  area.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key in steps) step(steps[event.key], event.shiftKey)
    else if (event.key === 'Enter' && run >= 0) reading.open(run, event)
    else if (event.key === 'Escape') choose(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  })

  return {
    choose,
    /** Forgets what was true for the plot at another size. */
    reset() {
      order = null
      if (box) choose(null)
      else show(-1)
    }
  }
}
