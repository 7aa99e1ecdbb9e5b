// Zooming with a pointer: drag (its direction chooses x, y or a box), Shift and drag to move, Ctrl and wheel, pinch, double click.

// Pixels, as in Plotly: below MIN nothing is chosen; a drag flatter than FLAT chooses along one axis.
const MIN = 8
const FLAT = 24
const SETTLED = 200 // milliseconds after the last turn of the wheel

/** Along which axes a drag zooms, or null. */
export function dragKind(dx, dy) {
  if (dy < Math.min(Math.max(dx * 0.6, MIN), FLAT)) return dx < MIN ? null : 'x'
  return dx < Math.min(dy * 0.6, FLAT) ? 'y' : 'xy'
}

const within = ({ left, right, top, bottom }, { x, y }) => ({ x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) })

/** The edges that a box of pixels chooses. */
function chosen({ scales: { x, y } }, start, end, kind) {
  const [left, right] = [start.x, end.x].sort((a, b) => a - b).map(at => x.getValueForPixel(at))
  const [high, low] = [start.y, end.y].sort((a, b) => a - b).map(at => y.getValueForPixel(at))
  return { ...kind !== 'y' && { from: left, to: right }, ...kind !== 'x' && { low, high } }
}

/** The edges after everything around a pixel became `factor` times as wide, and moved by pixels. */
export function scaled({ scales: { x }, chartArea: { left, right } }, at, factor, moved = 0) {
  return { from: x.getValueForPixel(at - (at - left) * factor - moved), to: x.getValueForPixel(at + (right - at) * factor - moved) }
}

export function watchPointer(plot) {
  const { area } = plot
  const fingers = new Map()
  let drag = null
  let settling = 0

  const place = event => {
    const box = area.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const settle = () => {
    clearTimeout(settling)
    settling = setTimeout(() => plot.chart && plot.handlers.onZoom({ from: plot.edges.from, to: plot.edges.to }), SETTLED)
  }
  const stop = () => {
    drag = null
    plot.overlay.clear()
  }
  const hover = at => {
    const { left, right } = plot.chart.chartArea
    plot.showAt(at.x < left - 4 || at.x > right + 4 ? null : plot.chart.scales.x.getValueForPixel(within(plot.chart.chartArea, at).x), at.y)
  }

  function pinch() {
    const [a, b] = [...fingers.values()].map(({ x }) => x)
    const middle = (a + b) / 2
    const width = Math.max(20, Math.abs(a - b))
    if (drag?.pinch) plot.look(scaled(plot.chart, middle, drag.pinch.width / width, middle - drag.pinch.middle))
    drag = { pinch: { middle, width } }
    settle()
  }

  area.addEventListener('pointerdown', event => {
    if (!plot.chart || event.button !== 0) return
    const at = place(event)
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, at)
      return fingers.size === 2 ? pinch() : hover(at)
    }
    area.setPointerCapture(event.pointerId)
    drag = { start: within(plot.chart.chartArea, at), last: at, moves: event.shiftKey }
  })
  area.addEventListener('pointermove', event => {
    if (!plot.chart) return
    const at = place(event)
    if (fingers.has(event.pointerId)) {
      fingers.set(event.pointerId, at)
      return fingers.size === 2 ? pinch() : hover(at)
    }
    if (!drag) return hover(at)
    if (drag.moves) {
      plot.look(scaled(plot.chart, at.x, 1, at.x - drag.last.x))
      settle()
      return drag.last = at
    }
    drag.end = within(plot.chart.chartArea, at)
    drag.kind = dragKind(Math.abs(drag.end.x - drag.start.x), Math.abs(drag.end.y - drag.start.y))
    if (drag.kind) plot.overlay.box(drag.start, drag.end, drag.kind)
    else plot.overlay.clear()
  })
  area.addEventListener('pointerup', event => {
    fingers.delete(event.pointerId)
    const done = drag
    stop()
    if (done?.kind) plot.handlers.onZoom(chosen(plot.chart, done.start, done.end, done.kind))
  })
  area.addEventListener('pointercancel', event => {
    fingers.delete(event.pointerId)
    stop()
  })
  area.addEventListener('pointerleave', () => drag || plot.showAt(null))
  area.addEventListener('dblclick', () => plot.handlers.onZoom(null))
  area.addEventListener('wheel', event => {
    if (!event.ctrlKey && !event.metaKey || !plot.chart) return
    event.preventDefault()
    plot.look(scaled(plot.chart, within(plot.chart.chartArea, place(event)).x, Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200)))
    settle()
  }, { passive: false })
  document.addEventListener('keydown', event => { if (event.key === 'Escape' && drag) stop() })
}
