// Fields of many runs from the API, as columns with a place on an axis for each run.
import { wholeText } from '../shared/numbers.js'
import { durationText } from '../shared/times.js'
import { timeFormat } from '../shared/zone.js'
import { numberText } from '../charts/ticks.js'

const moment = timeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

const count = (n, what) => n > 0 ? [`${wholeText(n)} ${what}`] : []

const FEW = 12

/** The different numbers in order; null where they are many. */
function fewOf(at) {
  const found = new Set()
  for (let i = 0; i < at.length && found.size <= FEW; i++) if (at[i] === at[i]) found.add(at[i])
  return found.size <= FEW ? [...found].sort((a, b) => a - b) : null
}

class Column {
  /** @param {object} answer one column of the API's answer */
  constructor(answer) {
    Object.assign(this, answer)
    this.isCategory = answer.kind === 'category'
    const places = this.isCategory ? answer.places : answer.numbers
    this.at = new Float64Array(places.length)
    let [least, most] = [Infinity, -Infinity]
    for (let i = 0; i < places.length; i++) {
      const place = places[i]
      const isThere = typeof place === 'number' && !(this.isCategory && place < 0)
      this.at[i] = isThere ? place : NaN
      if (isThere && place < least) least = place
      if (isThere && place > most) most = place
    }
    Object.assign(this, { least, most, few: this.isCategory ? null : fewOf(this.at) })
  }

  /** The value of a run in words. */
  words(run) {
    const at = this.at[run]
    return Number.isNaN(at) ? typeof this.numbers[run] === 'string' ? this.numbers[run] : '–' : this.placeWords(at)
  }

  /** A place on the axis in words. */
  placeWords(at) {
    return this.isCategory ? this.texts[Math.round(at)] ?? ''
      : this.kind === 'time' ? moment().format(at)
        : this.field === 'duration' ? durationText(at * 1000)
          : numberText(at)
  }

  /** Which runs have no place on the axis, in words. */
  get lacks() {
    const noNumber = this.isCategory ? 'with a rarer value' : `that are no ${this.kind}`
    return [...count(this.missing, 'without a value'), ...count(this.nonFinite, 'NaN or infinite'), ...count(this.others, noNumber)]
  }
}

/** The ids of an answer, which come as steps where they are whole numbers. */
function idsOf({ ids, idSteps }) {
  const all = ids.slice()
  for (const [first, step, count] of idSteps) for (let i = 0; i < count; i++) all.push(String(first + i * step))
  return all
}

/**
 * @param {string} address as the page gives it, whose answer the browser fetches meanwhile
 * @returns {Promise<{ ids: string[], columns: Map<string, Column>, front: number[], left: number, notFound: string[], waits: boolean }>}
 */
export async function readValues(address) {
  const response = await fetch(address)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail ?? answer.title)
  return {
    ...answer,
    ids: idsOf(answer),
    columns: new Map(answer.columns.map(column => [column.field, new Column(column)])),
    waits: answer.summaries.some(({ known, total }) => known < total)
  }
}
