// Finds the points that a crosshair reads: real points of the curves, none in between.

/** Runs of ascending x in a curve, as pairs of indices; kept with its points. */
const runs = new WeakMap()

function runsOf(x) {
  const known = runs.get(x)
  if (known) return known
  const found = []
  for (let start = 0, i = 1; i <= x.length; i++) {
    if (i < x.length && x[i] >= x[i - 1]) continue
    found.push([start, i])
    start = i
  }
  runs.set(x, found)
  return found
}

/** The first index from `start` to `end` whose x is at or above the value. */
function lowerBound(x, value, start, end) {
  while (start < end) {
    const middle = (start + end) >> 1
    if (x[middle] < value) start = middle + 1
    else end = middle
  }
  return start
}

/** The index of the point nearest to x; among those in one pixel column that nearest to `pixelY`, if given; -1 without points. */
export function indexAt({ x, y }, value, { scales, pixelY }) {
  const at = scales.x.getPixelForValue(value)
  let [best, least] = [-1, Infinity]
  for (const [start, end] of runsOf(x)) {
    const found = lowerBound(x, value, start, end)
    const reach = pixelY === null ? 1 : 6
    for (let i = Math.max(start, found - reach); i < Math.min(end, found + reach); i++) {
      const [column, row] = [scales.x.getPixelForValue(x[i]), scales.y.getPixelForValue(y[i])]
      if (!Number.isFinite(column) || !Number.isFinite(row)) continue
      const sideways = Math.abs(column - at)
      const distance = pixelY === null ? sideways : Math.max(0, sideways - 1) * 1000 + Math.abs(row - pixelY)
      if (distance <= least) [best, least] = [i, distance]
    }
  }
  return best
}

/** The mark at a place, if the pointer is on one. */
const markAt = (curve, value, scale) => curve.marks?.find(mark => typeof mark.x === 'number'
  && scale.getPixelForValue(mark.x) - 3 <= scale.getPixelForValue(value)
  && scale.getPixelForValue(mark.to ?? mark.x) + 3 >= scale.getPixelForValue(value))

/** @returns the nearest point of each curve shown: { key, label, x, y, smoothed?, low?, high?, n?, mark? } */
export function nearest({ chart: { scales }, shown }, value, pixelY = null) {
  return shown.flatMap(curve => {
    const mark = markAt(curve, value, scales.x)
    const i = indexAt(curve, value, { scales, pixelY: curve.band ? null : pixelY })
    if (i < 0) return mark ? [{ curve, key: curve.key, label: curve.label, x: mark.x, y: NaN, mark }] : []
    const smooth = curve.smoothed ? indexAt(curve.smoothed, curve.x[i], { scales, pixelY: null }) : -1
    return [{
      curve, key: curve.key, label: curve.label, index: i, x: curve.x[i], y: curve.y[i],
      smoothed: smooth < 0 ? undefined : curve.smoothed.y[smooth],
      low: curve.band?.low[i], high: curve.band?.high[i], n: curve.n?.[i], mark
    }]
  })
}
