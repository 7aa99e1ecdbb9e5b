// Ticks at round values and short labels for the x axis.
import { shortText } from '../shared/numbers.js'
import { durationText } from '../shared/times.js'
import { offsetAt, timeFormat } from '../shared/zone.js'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const spans = [
  second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute,
  30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 365 * day
]

/** Milliseconds between ticks so that there are at most `most`; null when the range is too short for whole seconds. */
function spanFor(range, most) {
  return range < 4 * second ? null : spans.find(span => range / span <= most) ?? spans.at(-1)
}

/** For axes in time: ticks at whole seconds, minutes, hours … of the page's zone. `unit` is the milliseconds of one unit. */
export function timeTicks(axis, unit, most) {
  const span = spanFor((axis.max - axis.min) * unit, most)
  if (!span) return
  const zone = unit === 1 ? -offsetAt(axis.min) : 0
  const ticks = []
  const first = Math.ceil((axis.min * unit - zone) / span) * span + zone
  for (let at = first; at <= axis.max * unit; at += span) ticks.push({ value: at / unit })
  axis.ticks = ticks
}

/** The numbers 1, 2 and 5 times a power of 10 in a range, so many at most: fewer of each power, then fewer powers. */
function powers(min, max, most) {
  const all = []
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const digit of [1, 2, 5]) all.push({ digit, power, value: Number(`${digit}e${power}`) })
  }
  const inside = all.filter(({ value }) => value >= min && value <= max)
  if (inside.length <= most) return inside
  const tens = inside.filter(({ digit }) => digit === 1)
  const every = Math.ceil(tens.length / most)
  return tens.filter(({ power }) => power % every === 0)
}

/** For logarithmic axes: ticks at 1, 2, 5 times powers of 10; at even distances where there are too few of those. */
export function logTicks(axis, most) {
  const { min, max } = axis
  // Chart.js asks for ticks before the edges are known.
  if (!(min > 0 && max < Infinity)) return
  const values = powers(min, max, most).map(({ value }) => value)
  if (values.length >= 3) return axis.ticks = values.map(value => ({ value }))
  const rough = (max - min) / (most - 1)
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find(times => times * unit >= rough) * unit
  axis.ticks = []
  for (let i = Math.ceil(min / step); i * step <= max && axis.ticks.length <= most; i++) axis.ticks.push({ value: Number((i * step).toPrecision(12)) })
}

const clock = timeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const minutes = timeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const date = timeFormat('en-GB', { day: 'numeric', month: 'short' })

export function numberText(value) {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2).replace(/\.?0+e/, 'e').replace('e+', 'e')
  return size >= 10000 ? shortText(value) : String(Number(value.toPrecision(6)))
}

/** Label of a value on the axis; `range` is the length of the visible part. */
export function placeText(axis, value, range) {
  if (axis === 'relative') return range < 10 ? `${Number(value.toPrecision(3))} s` : durationText(value * 1000).replace(/\.0 s$/, ' s')
  if (axis !== 'time') return numberText(value)
  return range > 2 * day ? date().format(value) : range > 10 * minute ? minutes().format(value) : clock().format(value)
}
