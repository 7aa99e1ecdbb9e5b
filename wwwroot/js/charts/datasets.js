// Chart.js datasets of curves: a band below, the raw curve, and its smoothed one on top.
import { dashes } from './theme.js'

// Opacity of what stands behind, as two hex digits.
const BAND = '2e'
const FAINT = '50'
const UNLIT = '38'

/** Points with NaN at the breaks, so that the line has a gap there; a logarithmic axis has no place for 0 and below. */
export function pointsOf({ x, y, breaks = [] }, { xscale, yscale }) {
  const gaps = new Set(breaks)
  const points = []
  for (let i = 0; i < x.length; i++) {
    if (gaps.has(i)) points.push({ x: x[i], y: NaN })
    const isDrawn = (xscale !== 'log' || x[i] > 0) && (yscale !== 'log' || y[i] > 0)
    points.push(isDrawn ? { x: x[i], y: y[i] } : { x: x[i], y: NaN })
  }
  return points
}

// Of many curves the points would hide the lines.
const FEW = 3

// Without a graphics card a stroke of 1.5 pixels takes Chromium six times as long as one of a single pixel: 8 ms for a curve of noise, 38 for
// 100 curves. In so many points the half pixel is hardly seen.
const MOST_WIDE = 500
const [WIDE, FINE] = [1.5, 1]

const line = (data, colour, curve, width, dots) => ({
  data,
  $key: curve.key,
  borderColor: colour,
  backgroundColor: colour,
  borderWidth: width,
  borderDash: dashes[curve.dash ?? 0],
  borderJoinStyle: 'round',
  // Points on an edge are seen whole.
  clip: data.length <= 40 ? 3 : 0,
  // A point between two gaps has no line and would not be seen. A function costs Chart.js more than the line, so it is used where there is one.
  pointRadius: dots && data.length <= 40 ? 2 : hasLonely(data) ? context => isLonely(data, context.dataIndex) ? 1.5 : 0 : 0,
  pointHitRadius: 0
})

const isDrawn = point => point !== undefined && !Number.isNaN(point.y)
const isLonely = (data, i) => isDrawn(data[i]) && !isDrawn(data[i - 1]) && !isDrawn(data[i + 1])
const hasLonely = data => data.length < 2000 && data.some((_, i) => isLonely(data, i))

function bandOf(curve, view, colour) {
  const edge = (y, fill) => ({
    data: pointsOf({ x: curve.x, y, breaks: curve.breaks }, view), $key: curve.key, $band: true,
    borderWidth: 0, borderColor: 'transparent', backgroundColor: colour + BAND, pointRadius: 0, pointHitRadius: 0, fill
  })
  return [edge(curve.band.low, false), edge(curve.band.high, '-1')]
}

export function datasetsOf(curves, view, colours, highlighted) {
  const [behind, front] = [[], []]
  const dots = curves.length <= FEW
  const usual = curves.reduce((sum, { x }) => sum + x.length, 0) > MOST_WIDE ? FINE : WIDE
  for (const curve of curves) {
    const unlit = highlighted !== null && curve.key !== highlighted
    const colour = colours.curve(curve.hue)
    const width = curve.key === highlighted ? 2.25 : curve.smoothed && dots ? WIDE : usual
    if (curve.band && !unlit) behind.push(...bandOf(curve, view, colour))
    const raw = line(pointsOf(curve, view), colour + (unlit ? UNLIT : curve.smoothed ? FAINT : ''), curve, curve.smoothed ? 1 : width, dots)
    if (!curve.smoothed) front.push(raw)
    else {
      behind.push({ ...raw, $raw: true })
      front.push(line(pointsOf(curve.smoothed, view), colour + (unlit ? UNLIT : ''), curve, width, dots))
    }
  }
  // Chart.js draws the first dataset last; a fill names its neighbour by position, so bands keep their order at the end.
  const bands = behind.filter(dataset => dataset.$band)
  const lit = front.filter(dataset => dataset.$key === highlighted)
  return [...lit, ...front.filter(dataset => dataset.$key !== highlighted), ...behind.filter(dataset => !dataset.$band), ...bands]
}
