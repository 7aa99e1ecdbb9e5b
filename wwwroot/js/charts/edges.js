// The edges of a chart: where its axes begin and end.

const MOST = Number.MAX_VALUE / 2.5

const isShown = ({ from, to, yscale }) => (x, y) => x >= from && x <= to && Number.isFinite(y) && (yscale !== 'log' || y > 0)

/** The lowest and highest value of what is drawn between the left and right edge; null without points. */
function extent(view) {
  const shows = isShown({ from: -Infinity, to: Infinity, ...view })
  let [low, high] = [Infinity, -Infinity]
  const add = (xs, ys) => {
    for (let i = 0; i < xs.length; i++) {
      if (!shows(xs[i], ys[i])) continue
      if (ys[i] < low) low = ys[i]
      if (ys[i] > high) high = ys[i]
    }
  }
  for (const { x, y, band } of view.curves) {
    add(x, y)
    if (band) {
      add(x, band.low)
      add(x, band.high)
    }
  }
  return low <= high ? { low, high } : null
}

function padded({ low, high }, log) {
  if (log) {
    const room = Math.max((high / low) ** 0.04, 1.05)
    return { low: low / room, high: high * room }
  }
  const room = high > low ? (high - low) * 0.04 : Math.abs(low) * 0.05 || 1
  // Around values near the limit of doubles there is no room.
  return { low: Math.max(low - room, -Number.MAX_VALUE), high: Math.min(high + room, Number.MAX_VALUE) }
}

/** An axis longer than the greatest double cannot be drawn; it shows its middle part. */
const drawable = ({ low, high }) => Number.isFinite(high - low) ? { low, high } : { low: Math.max(low, -MOST), high: Math.min(high, MOST) }

/** A logarithmic axis begins at the first point above 0. */
function leastAbove0(view) {
  let least = Infinity
  for (const { x } of view.curves) for (const at of x) if (at > 0 && at < least) least = at
  return least
}

function sides({ from, to, axis, xscale }, view) {
  const left = xscale === 'log' && !(from > 0) ? leastAbove0(view) : from
  if (to > left) return { from: left, to }
  if (xscale === 'log') return { from: left / 2, to: left * 2 }
  // Around one point in time Chart.js would show some hundred years.
  const around = axis === 'time' ? 1000 : axis === 'relative' ? 1 : Math.abs(left) * 0.05 || 1
  return { from: left - around, to: left + around }
}

export function edgesOf(view) {
  const { low, high, yscale } = view
  const fitted = low < high && (yscale !== 'log' || low > 0) ? { low, high } : padded(extent(view) ?? { low: 0.1, high: 1 }, yscale === 'log')
  return { ...sides(view, view), ...drawable(fitted) }
}
