// The texts of a chart that change with what it shows; those that change with its run come from the server.
import { placeText } from './ticks.js'

function own(figure, name, make) {
  const found = figure.querySelector(`[data-${name}]`)
  if (found) return found
  const element = make()
  element.dataset[name] = element.dataset.own = ''
  figure.querySelector('.chart-foot').before(element)
  return element
}

/** Shows a note below the chart, or none when the text is null. */
export function showNote(figure, text) {
  if (!text && !figure.querySelector('[data-note]')) return
  const note = own(figure, 'note', () => {
    const element = document.createElement('p')
    element.className = 'muted'
    element.setAttribute('role', 'status')
    return element
  })
  if (note.textContent !== (text ?? '')) note.textContent = text ?? ''
}

/** Shows in place of the chart why there is none, or the chart when the text is null. */
export function showProblem(figure, text) {
  figure.classList.toggle('undrawn', text !== null)
  if (text !== null) figure.querySelector('[data-problem]').textContent = text
}

const numberOf = value => String(Number(value.toPrecision(5)))

function windowText(axis, { from, to }, series) {
  const range = to - from
  const shown = series.y.filter((y, i) => series.x[i] >= from && series.x[i] <= to)
  const place = axis === 'step' ? `steps ${placeText(axis, from, range)} to ${placeText(axis, to, range)}`
    : `${placeText(axis, from, range)} to ${placeText(axis, to, range)}`
  return shown.length ? `${place}, values ${numberOf(Math.min(...shown))} to ${numberOf(Math.max(...shown))}` : `${place}, no points`
}

/** Shows the window of a zoomed chart with a button that ends the zoom; for the whole chart neither. */
export function showWindow(figure, axis, window, series) {
  const canvas = figure.querySelector('canvas')
  const about = figure.querySelector('[data-about]').id
  if (!window) {
    figure.querySelector('[data-window]')?.remove()
    canvas.setAttribute('aria-labelledby', about)
    return
  }
  const line = own(figure, 'window', () => {
    const element = document.createElement('div')
    element.className = 'chart-window muted'
    element.innerHTML = '<span></span><button class="button" type="button" data-zoom-reset>Reset zoom</button>'
    return element
  })
  const text = line.querySelector('span')
  text.id = about.replace('about-', 'window-')
  text.textContent = windowText(axis, window, series)
  canvas.setAttribute('aria-labelledby', `${about} ${text.id}`)
}
