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

function windowText(axis, { from = -Infinity, to = Infinity, low }, curves) {
  const range = to - from
  const place = !Number.isFinite(range) ? '' : axis === 'step' ? `steps ${placeText(axis, from, range)} to ${placeText(axis, to, range)}, `
    : `${placeText(axis, from, range)} to ${placeText(axis, to, range)}, `
  const shown = curves.flatMap(({ x, y }) => y.filter((_, i) => x[i] >= from && x[i] <= to))
  if (!shown.length) return `${place}no points`
  const part = low === undefined ? '' : ', a part of them shown'
  const least = shown.reduce((a, b) => Math.min(a, b))
  return `${place}values ${numberOf(least)} to ${numberOf(shown.reduce((a, b) => Math.max(a, b)))}${part}`
}

/** Shows the window of a zoomed chart with a button that ends the zoom; for the whole chart neither. */
export function showWindow(figure, axis, window, curves) {
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
  text.textContent = windowText(axis, window, curves)
  canvas.setAttribute('aria-labelledby', `${about} ${text.id}`)
}
