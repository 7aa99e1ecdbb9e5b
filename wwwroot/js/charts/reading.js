// The values under the crosshair, in the head of the card, always with 6 significant digits.
import { wholeText } from '../shared/numbers.js'
import { durationText } from '../shared/times.js'
import { timeFormat } from '../shared/zone.js'

const moment = timeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** Six significant digits, with their zeros: 0.500000. */
export function sixDigits(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  return size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(5).replace('e+', 'e') : value.toPrecision(6)
}

/** A place on the x axis in words. */
export const placeWords = (axis, x) => axis === 'step' ? `step ${Number(x.toPrecision(12))}`
  : axis === 'relative' ? `${durationText(x * 1000)} after the start`
    : axis === 'time' ? moment().format(x)
      : `${axis.slice('metric:'.length)} ${sixDigits(x)}`

const names = { NaN: 'NaN', Infinity: '∞', '-Infinity': '−∞', other: 'not a number', withoutX: 'without a place', notPositive: 'of 0 or below' }

/** What a mark at the edge stands for: "3 NaN from step 10 to step 14". */
export function markWords(axis, { kind, count, x, to }) {
  const what = `${count > 1 ? `${wholeText(count)} ` : ''}${names[kind] ?? kind}`
  return to > x ? `${what} from ${placeWords(axis, x)} to ${placeWords(axis, to)}` : `${what} at ${placeWords(axis, x)}`
}

/** The value of a reading: "0.123456", with the smoothed one first. */
export const valueWords = ({ y, smoothed }) => smoothed === undefined ? sixDigits(y) : `${sixDigits(smoothed)} (${sixDigits(y)})`

function lineOf(figure) {
  const found = figure.querySelector('[data-reading]')
  if (found) return found
  const line = document.createElement('span')
  line.className = 'chart-reading num'
  line.dataset.reading = line.dataset.own = ''
  figure.querySelector('figcaption').append(line)
  return line
}

/** The legend shows what is read, and afterwards the last values again. */
function showInLegend(figure, readings) {
  const found = new Map(readings.map(reading => [reading.key, reading]))
  for (const item of figure.querySelectorAll('[data-curve]')) {
    const place = item.querySelector('[data-value]')
    const reading = found.get(item.dataset.curve)
    if (place) place.textContent = reading ? valueWords(reading) : place.dataset.lastValue ?? ''
  }
}

/** Shows in the head of a figure what the crosshair reads; null ends it. */
export function showReading(figure, axis, hover) {
  figure.classList.toggle('read', hover !== null)
  showInLegend(figure, hover?.readings ?? [])
  if (!hover) return
  const mark = hover.readings.find(reading => reading.mark)?.mark
  const own = hover.readings.length === 1 ? ` ${valueWords(hover.readings[0])}` : ''
  lineOf(figure).textContent = mark ? markWords(axis, mark) : `${placeWords(axis, hover.x)}${own}`
}

/** A reading as a sentence. */
export const words = (axis, { x, readings }) => `${readings.map(reading => `${reading.label}: ${valueWords(reading)}`).join(', ')}, ${placeWords(axis, x)}`

/** Lets screen readers say something once they are silent. */
export function announce(text) {
  let region = document.querySelector('[data-announce]')
  if (!region) {
    region = document.createElement('div')
    region.className = 'visually-hidden'
    region.dataset.announce = ''
    region.setAttribute('aria-live', 'polite')
    document.querySelector('main').append(region)
  }
  region.textContent = text
}
