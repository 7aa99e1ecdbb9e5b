// The values of a chart's curves as a table for LaTeX (booktabs): last, lowest and highest, or mean ± deviation of a group.
import { sixDigits } from './reading.js'

const special = { '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '^': '\\textasciicircum{}', '_': '\\_', '~': '\\textasciitilde{}', '%': '\\%' }

export const latexText = text => text.replace(/[\\{}$&#^_~%]/g, sign => special[sign]).replace(/\s+/g, ' ')

/** 1.2e-5 as 1.2 \times 10^{-5}, in math. */
function latexNumber(value) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '$\\infty$' : '$-\\infty$'
  const [digits, exponent] = sixDigits(value).replace('−', '-').split('e')
  const short = String(Number(digits))
  return exponent ? `$${short} \\times 10^{${Number(exponent)}}$` : `$${short}$`
}

/** A group: mean ± half of the band where the curve ends. */
const groupRow = ({ label, y, band, n }) => {
  const last = y.length - 1
  return [latexText(label), `${latexNumber(y[last])} $\\pm$ ${latexNumber((band.high[last] - band.low[last]) / 2)}`, String(n?.[last] ?? '')]
}

function runRow(curve, statistics) {
  // Those of the page are of one run.
  const known = curve.joined ? null : statistics[curve.key]
  const finite = curve.y.filter(Number.isFinite)
  const [last, low, high] = known ?? [curve.y.at(-1), finite.reduce((a, b) => Math.min(a, b), Infinity), finite.reduce((a, b) => Math.max(a, b), -Infinity)]
  return [latexText(curve.label), ...[last, low, high].map(latexNumber)]
}

/** The last, lowest and highest values that the server wrote, exact whatever part is drawn: { key: [last, min, max] }. */
function statisticsOf(figure) {
  const number = text => ({ NaN: NaN, '∞': Infinity, '−∞': -Infinity })[text] ?? Number(text.replace('−', '-'))
  return Object.fromEntries([...figure.querySelectorAll('[data-statistics]')].map(table => {
    const value = name => number(table.querySelector(`[data-statistic="${name}"]`)?.title ?? '')
    return [table.dataset.statistics, [value('last'), value('min'), value('max')]]
  }).filter(([, values]) => values.every(value => !Number.isNaN(value))))
}

export function latexOf({ plot, figure }) {
  const isGroup = plot.shown.some(curve => curve.band)
  const statistics = statisticsOf(figure)
  const head = isGroup ? ['', 'last', 'n'] : ['', 'last', 'min', 'max']
  const rows = plot.shown.map(curve => isGroup && curve.band ? groupRow(curve) : runRow(curve, statistics))
  return ['% \\usepackage{booktabs}', `\\begin{tabular}{l${'r'.repeat(head.length - 1)}}`, '\\toprule', `${head.join(' & ')} \\\\`, '\\midrule',
    ...rows.map(row => `${row.join(' & ')} \\\\`), '\\bottomrule', '\\end{tabular}', ''].join('\n')
}
