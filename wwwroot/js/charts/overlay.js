// What moves with the pointer lies over the chart as SVG, so that the curves need not be drawn again.
const svg = 'http://www.w3.org/2000/svg'
const MOST_DOTS = 60

function element(name, attributes) {
  const made = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

export class Overlay {
  constructor(plot) {
    this.plot = plot
    this.root = element('svg', { class: 'chart-overlay', 'aria-hidden': 'true', 'data-own': '' })
    plot.area.append(this.root)
  }

  clear() {
    if (this.root.firstChild) this.root.replaceChildren()
    delete this.root.dataset.cross
  }

  /** A line at the first reading, a dot on each point. */
  cross(readings) {
    const { chart, colours } = this.plot
    const { left, right, top, bottom } = chart?.chartArea ?? {}
    const inside = x => x >= left - 1 && x <= right + 1
    const at = readings.length ? chart.scales.x.getPixelForValue(readings[0].x) : NaN
    if (!inside(at)) return this.clear()
    const dots = readings.slice(0, MOST_DOTS).flatMap(({ curve, x, y, smoothed }) => {
      const [cx, cy] = [chart.scales.x.getPixelForValue(x), chart.scales.y.getPixelForValue(smoothed ?? y)]
      return inside(cx) && cy >= top - 4 && cy <= bottom + 4
        ? [element('circle', { cx, cy, r: 4, fill: colours.curve(curve.hue), stroke: colours.background, 'stroke-width': 1.5 })] : []
    })
    const column = Math.round(at) + 0.5
    this.root.replaceChildren(element('line', { x1: column, x2: column, y1: top, y2: bottom, stroke: colours.text, opacity: 0.6 }), ...dots)
    this.root.dataset.cross = readings[0].x
  }

  /** The part that a drag is about to choose; `kind`: x, y or xy. */
  box(start, end, kind) {
    const { chart: { chartArea: area }, colours } = this.plot
    const [left, right] = kind === 'y' ? [area.left, area.right] : [Math.min(start.x, end.x), Math.max(start.x, end.x)]
    const [top, bottom] = kind === 'x' ? [area.top, area.bottom] : [Math.min(start.y, end.y), Math.max(start.y, end.y)]
    const colour = colours.curve(0)
    this.root.replaceChildren(element('rect', {
      x: left, y: top, width: right - left, height: bottom - top, fill: colour, 'fill-opacity': 0.13, stroke: colour
    }))
  }

  close() {
    this.root.remove()
  }
}
