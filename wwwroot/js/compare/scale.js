// The scale of one axis of a plot: from places of a column to pixels and back, and its ticks.
import { logTicks, numberText, placeText, timeTicks } from '../charts/ticks.js'

// An axis from least to so many times that is logarithmic by itself; one of whole numbers, such as seeds, later.
const MANY = 20
const MANY_WHOLE = 1000
const APART = 16 // CSS pixels between two labels

/** Ticks at 1, 2 or 5 times a power of 10. */
function evenTicks({ min, max }, most) {
  const rough = (max - min) / most
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find(times => times * unit >= rough) * unit
  const ticks = []
  for (let i = Math.ceil(min / step); i * step <= max && ticks.length <= most; i++) ticks.push(Number((i * step).toPrecision(12)))
  return ticks
}

function leastPositive({ at }) {
  let least = Infinity
  for (let i = 0; i < at.length; i++) if (at[i] > 0 && at[i] < least) least = at[i]
  return least
}

export class Scale {
  /**
   * @param {object} column see values.js
   * @param {string} wanted auto, linear or log
   * @param {number} from the pixel of the lower end
   * @param {number} to the pixel of the upper end
   */
  constructor(column, wanted, from, to) {
    const least = leastPositive(column)
    const isNumber = column.kind === 'number' && column.least <= column.most
    this.canLog = isNumber && least < Infinity
    this.isLog = this.canLog && (wanted === 'log' || (wanted !== 'linear' && column.least > 0
      && column.most / column.least >= (column.at.every(at => !(at % 1)) ? MANY_WHOLE : MANY)))
    Object.assign(this, { column, from, to })
    let [low, high] = this.isLog ? [Math.log10(least), Math.log10(column.most)] : [column.least, column.most]
    if (!(low <= high)) [low, high] = [0, 1]
    const room = column.isCategory ? 0.5 : (high - low) * 0.04 || Math.abs(low) * 0.05 || 0.5
    this.low = low - room
    this.factor = (to - from) / (high - low + 2 * room)
  }

  /** NaN for what has no place, such as 0 on a logarithmic axis. */
  pixel(place) {
    return this.from + ((this.isLog ? place > 0 ? Math.log10(place) : NaN : place) - this.low) * this.factor
  }

  place(pixel) {
    const at = this.low + (pixel - this.from) / this.factor
    return this.isLog ? 10 ** at : at
  }

  /** The pixels of all runs. */
  pixels() {
    const { at } = this.column
    const pixels = new Float32Array(at.length)
    for (let i = 0; i < at.length; i++) pixels[i] = this.pixel(at[i])
    return pixels
  }

  /** How many runs have a value that a logarithmic axis cannot show. */
  get notPositive() {
    return this.isLog ? this.column.at.reduce((count, place) => count + (place <= 0), 0) : 0
  }

  /** @returns {{ value: number, text: string }[]} at most so many */
  ticks(most) {
    const { column } = this
    if (column.isCategory) {
      const every = Math.ceil(column.texts.length / most)
      return column.texts.map((text, value) => ({ value, text })).filter((_, i) => i % every === 0)
    }
    const [min, max] = [this.place(this.from), this.place(this.to)]
    const axis = { min, max, ticks: [] }
    if (!(column.least <= column.most)) return []
    if (this.#hasRoomForAll()) axis.ticks = column.few.map(value => ({ value }))
    else if (column.kind === 'time') timeTicks(axis, 1, most)
    else if (this.isLog) logTicks(axis, most)
    else axis.ticks = evenTicks(axis, most).map(value => ({ value }))
    const range = max - min
    return axis.ticks.map(({ value }) => ({ value, text: column.kind === 'time' ? placeText('time', value, range) : numberText(value) }))
  }

  // The settings of a sweep are few, and better read than round numbers between them.
  #hasRoomForAll() {
    const pixels = this.column.kind === 'number' && this.column.few?.map(value => this.pixel(value))
    return pixels && pixels.every((at, i) => i === 0 || Math.abs(at - pixels[i - 1]) >= APART)
  }

  /** A range of pixels as the places of the runs in it; whole ones for categories. */
  range(one, other) {
    const [low, high] = [this.place(one), this.place(other)].sort((a, b) => a - b)
    return this.column.isCategory ? [Math.ceil(low), Math.floor(high)] : [low, high]
  }
}
