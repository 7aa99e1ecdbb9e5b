// What a chart says about its points below them: how many there are, which are not seen, and why.
import { wholeText } from '../shared/numbers.js'
import { placeText } from './ticks.js'

const values = (count, what) => `${wholeText(count)} ${count === 1 ? 'value' : 'values'} ${what}`

function countOf(curves, kind) {
  let count = 0
  for (const { marks = [] } of curves) for (const mark of marks) if (mark.kind === kind) count += mark.count
  return count
}

function repeatedText({ repeated, repeatedFrom: from, repeatedTo: to }) {
  const range = to - from
  const steps = from === to ? `step ${placeText('step', from, 0)}` : `steps ${placeText('step', from, range)} to ${placeText('step', to, range)}`
  return `${steps} ${from === to ? 'was' : 'were'} recorded again (${wholeText(repeated)} ${repeated === 1 ? 'point' : 'points'}); the last values are shown`
}

const MOST_NAMED = 4

/** Which runs' curves are one. */
function joinedText(joined) {
  const replaced = joined.flat().reduce((sum, run) => sum + run.replaced, 0)
  const left = replaced ? `; ${wholeText(replaced)} ${replaced === 1 ? 'point' : 'points'} after the start of the next run ${replaced === 1 ? 'is' : 'are'} left out` : ''
  const [runs] = joined
  const parts = joined.length > 1 ? `${wholeText(joined.length)} curves with those of the runs before them`
    : runs.length > MOST_NAMED ? `${wholeText(runs.length)} runs, #${runs[0].run} to #${runs.at(-1).run}`
      : runs.map(({ run, count }) => `#${run} (${wholeText(count)})`).join(', ')
  return `Joined on step: ${parts}${left}`
}

/** True when the line begins anew at a step that it had passed. */
const isRepeated = ({ x, breaks }) => breaks.some(i => i > 0 && x[i] <= x[i - 1])

/** Sentences about an answer; each may have a button: { text, button?: { label, settings } }. */
export function notesOf(answer, { yscale, order, join }) {
  const notes = []
  if (answer.hidden > 0) {
    notes.push({ text: `${wholeText(answer.hidden)} ${answer.hidden === 1 ? 'point' : 'points'} outside`, button: { label: 'show all', settings: { yrange: 'full' }, ends: 'range' } })
  }
  if (answer.joined?.length) {
    // The table says itself whether its curves are joined.
    notes.push({ text: joinedText(answer.joined), button: join ? { label: 'show single runs', settings: { join: '' } } : undefined })
  }
  for (const series of answer.repeated ?? []) {
    const name = answer.curves.length > 1 ? `${series.name}: ` : ''
    notes.push({ text: name + repeatedText(series), button: { label: 'show all as recorded', settings: { order: 'recorded' } } })
  }
  if (order === 'recorded' && answer.curves.some(isRepeated)) notes.push({ text: 'All points are shown as they were recorded', button: { label: 'show the last values', settings: { order: 'auto' } } })
  const below = countOf(answer.curves, 'notPositive')
  if (below > 0) notes.push({ text: `${values(below, 'of 0 or below')} cannot be shown on a logarithmic axis; marked at the bottom` })
  else if (yscale === 'log' && answer.curves.some(({ y }) => y.some(value => value <= 0))) {
    notes.push({ text: 'A logarithmic axis cannot show values of 0 or below.' })
  }
  const left = countOf(answer.curves, 'notPositiveX')
  if (left > 0) notes.push({ text: `${wholeText(left)} ${left === 1 ? 'point' : 'points'} at 0 or left of it cannot be shown on a logarithmic axis` })
  return notes
}

/** Shows the notes of a chart, and calls `change` with the settings of a button that is clicked. */
export function showNotes(figure, notes, change) {
  let list = figure.querySelector('[data-notes]')
  if (!list && !notes.length) return
  if (!list) {
    list = document.createElement('div')
    list.className = 'chart-notes muted'
    list.dataset.notes = list.dataset.own = ''
    list.setAttribute('role', 'status')
    figure.querySelector('.chart-foot').before(list)
  }
  const told = notes.map(note => note.text).join('\n')
  if (list.dataset.told === told) return
  list.dataset.told = told
  list.replaceChildren(...notes.map(({ text, button }) => {
    const line = document.createElement('p')
    line.append(text)
    if (button) {
      const action = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: button.label })
      action.addEventListener('click', () => change(button))
      line.append(' · ', action)
    }
    return line
  }))
}

/** Says in the foot of a chart that what is drawn looks as if all points were: "350,000 points, exact". */
export function showExact(figure, isExact) {
  let word = figure.querySelector('[data-exact]')
  if (!word && !isExact) return
  if (!word) {
    word = document.createElement('span')
    word.dataset.exact = word.dataset.own = ''
    word.title = 'The curve paints the same pixels as one through all points'
    figure.querySelector('[data-points]')?.after(word)
  }
  word.textContent = isExact ? 'exact' : ''
}
