// A chart as a file or on the clipboard: PNG, SVG, its points as CSV, its last values as a table for LaTeX.
import { copyText } from '../shared/copy.js'
import { latexOf } from './latex.js'
import { pointsShown } from './points.js'
import { svgOf } from './svg.js'

const types = { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv', tex: 'text/plain' }
const SHARPNESS = 2 // pixels of an image for one of the chart

/** The SVG, painted. */
async function pngOf(plot, title) {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(plot, title))}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: picture.width * SHARPNESS, height: picture.height * SHARPNESS })
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(done => canvas.toBlob(done, types.png))
}

// A name that a spreadsheet would take for a formula is text.
const cell = value => typeof value !== 'string' ? String(value ?? '')
  : /[",\n\r]/.test(value) || /^[=+\-@\t]/.test(value) ? `"${/^[=+\-@\t]/.test(value) ? '\'' : ''}${value.replaceAll('"', '""')}"` : value

export function csvOf(plot) {
  const banded = plot.shown.some(curve => curve.band)
  const names = ['curve', plot.view.axis, 'value', ...banded ? ['low', 'high', 'n'] : []]
  const lines = pointsShown(plot).map(({ label, x, y, low, high, n }) => [label, x, y, ...banded ? [low, high, n] : []])
  return [names, ...lines].map(line => line.map(cell).join(',')).join('\r\n') + '\r\n'
}

const titleOf = card => card.figure.querySelector('.chart-name')?.title || card.key

function contentOf(card, kind) {
  const title = titleOf(card)
  if (kind === 'svg') return svgOf(card.plot, title)
  if (kind === 'csv') return csvOf(card.plot)
  return latexOf(card)
}

const fileName = (card, kind) => `${titleOf(card).replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 100) || 'chart'}.${kind}`

function download(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10000)
}

/** Does what a button of the menu says. */
export async function exportChart(card, button) {
  const kind = button?.dataset.export ?? button?.dataset.copyAs
  if (!kind || !card.plot?.chart) return
  if (button.dataset.copyAs && kind !== 'png') return copyText(button, contentOf(card, kind))
  const blob = kind === 'png' ? pngOf(card.plot, titleOf(card)) : new Blob([contentOf(card, kind)], { type: `${types[kind]};charset=utf-8` })
  if (button.dataset.export) return download(await blob, fileName(card, kind))
  await navigator.clipboard.write([new ClipboardItem({ [types.png]: blob })]).then(
    () => { button.dataset.copied = 'copied' }, () => { button.dataset.copied = 'not allowed' })
  setTimeout(() => delete button.dataset.copied, 1200)
}

/** Links all points of each curve, as the API streams them. */
export function linkAllPoints(card) {
  const place = card.figure.querySelector('[data-all-points]')
  const curves = card.source.urls?.() ?? []
  place.hidden = !curves.length
  place.querySelectorAll('a').forEach(link => link.remove())
  const joined = card.settings.join ? `&join=${card.settings.join}` : ''
  place.append(...curves.map(({ key, url }) => Object.assign(document.createElement('a'), {
    href: `${url}?format=csv${joined}`, textContent: curves.length > 1 ? key : 'download', download: `${key}.csv`
  })))
}
