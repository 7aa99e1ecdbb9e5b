// A chart as SVG with true lines and text as text, from what Chart.js laid out: the same axes, ticks and curves.
import { dashes } from './theme.js'

const font = 'system-ui, sans-serif'
const escape = text => String(text).replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])
  // XML has no place for these.
  // eslint-disable-next-line no-control-regex
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
const short = number => Number(number.toFixed(2))

function word(text, x, y, { size = 11, anchor = 'start', colour, weight = 400 }) {
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${escape(text)}</text>`
}

/** The lines of a dataset, with a gap wherever a value is missing. */
function pathOf({ data }, { x, y }) {
  let pen = 'M'
  return data.map(point => {
    const [column, row] = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)]
    if (!Number.isFinite(row) || !Number.isFinite(point.y)) {
      pen = 'M'
      return ''
    }
    const step = `${pen}${short(column)} ${short(row)}`
    pen = 'L'
    return step
  }).join('')
}

function lineOf(dataset, scales) {
  const dash = dataset.borderDash?.length ? ` stroke-dasharray="${dataset.borderDash.join(' ')}"` : ''
  const dots = dataset.pointRadius > 0 ? dataset.data.filter(({ y }) => Number.isFinite(y))
    .map(({ x, y }) => `<circle cx="${short(scales.x.getPixelForValue(x))}" cy="${short(scales.y.getPixelForValue(y))}" r="2" fill="${dataset.borderColor}"/>`).join('') : ''
  return `<path d="${pathOf(dataset, scales)}" fill="none" stroke="${dataset.borderColor}" stroke-width="${dataset.borderWidth}" stroke-linejoin="round"${dash}/>${dots}`
}

/** The area between the low and the high edge of a band. */
function bandOf(low, high, scales) {
  const edge = ({ data }) => data.filter(({ y }) => Number.isFinite(y))
    .map(({ x, y }) => `${short(scales.x.getPixelForValue(x))} ${short(scales.y.getPixelForValue(y))}`)
  const around = [...edge(low), ...edge(high).reverse()]
  return around.length ? `<path d="M${around.join('L')}Z" fill="${high.backgroundColor}" stroke="none"/>` : ''
}

function axes({ chartArea: { left, right, top, bottom }, scales: { x, y } }, colours) {
  const at = (scale, i) => scale.getPixelForTick(i)
  return [
    ...y.ticks.map((tick, i) => `<path d="M${left} ${short(at(y, i))}H${right}" stroke="${colours.grid}"/>`
      + word(tick.label ?? '', left - 6, at(y, i) + 4, { anchor: 'end', colour: colours.text })),
    ...x.ticks.map((tick, i) => `<path d="M${short(at(x, i))} ${top}V${bottom}" stroke="${colours.grid}"/>`
      + word(tick.label ?? '', at(x, i), bottom + 15, { anchor: 'middle', colour: colours.text })),
    `<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="${colours.grid}"/>`
  ].join('')
}

const edgeMarks = ({ $marks = [], chartArea: { left, right, top, bottom }, scales: { x } }, colour) => $marks.map(mark => {
  const at = x.getPixelForValue(mark.x)
  return typeof mark.x === 'number' && at >= left && at <= right
    ? `<rect x="${short(at - 1)}" y="${mark.kind === 'Infinity' ? top : bottom - 3}" width="2" height="3" fill="${colour}"/>` : ''
}).join('')

/** @returns {string} the chart of a plot as an SVG document, with its title and, for several curves, a legend */
export function svgOf(plot, title) {
  const { chart, colours, shown } = plot
  const { left, right, top, bottom } = chart.chartArea
  const [head, row] = [26, 16]
  const legend = shown.length > 1 ? shown : []
  const height = chart.height + head + legend.length * row + (legend.length ? 8 : 0)
  const datasets = [...chart.data.datasets].reverse()
  const bands = datasets.flatMap((dataset, i) => dataset.$band && dataset.fill === '-1' ? [bandOf(datasets[i + 1], dataset, chart.scales)] : [])
  const keys = legend.map((curve, i) => {
    const y = chart.height + head + 4 + i * row
    const dash = dashes[curve.dash ?? 0].join(' ')
    return `<path d="M${left} ${y}h22" stroke="${colours.curve(curve.hue)}" stroke-width="2"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`
      + word(curve.label, left + 28, y + 4, { colour: colours.text })
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${chart.width}" height="${height}" viewBox="0 0 ${chart.width} ${height}" font-family="${font}">`
    + `<title>${escape(title)}</title><rect width="100%" height="100%" fill="${colours.background}"/>`
    + word(title, left, 17, { size: 13, weight: 600, colour: colours.text })
    + `<g transform="translate(0 ${head})"><clipPath id="area"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath>`
    + axes(chart, colours)
    + `<g clip-path="url(#area)">${bands.join('')}${datasets.filter(dataset => !dataset.$band).map(dataset => lineOf(dataset, chart.scales)).join('')}`
    + `${edgeMarks(chart, colours.failed)}</g></g>${keys.join('')}</svg>\n`
}
