import { painted } from '../shared/frames.js'

/** Numbers of which a compact answer has differences: each to the one `back` before it, in units of the last decimal. */
function sums(differences, decimals, back) {
  const scale = 10 ** Math.abs(decimals)
  const whole = new Array(differences.length)
  for (let i = 0; i < whole.length; i++) whole[i] = differences[i] + (i < back ? 0 : whole[i - back])
  return decimals < 0 ? whole.map(units => units * scale) : decimals > 0 ? whole.map(units => units / scale) : whole
}

function unpackedLine(line) {
  if (!line?.dx && !line?.dy) return line
  return {
    ...line,
    x: line.dx ? sums(line.dx, line.xDecimals, 1) : line.x,
    y: line.dy ? sums(line.dy, line.yDecimals, 2) : line.y
  }
}

/** A series as without compact=true. */
export const unpacked = series => ({ ...unpackedLine(series), smoothed: unpackedLine(series.smoothed) })

async function answerOf(url) {
  try {
    const response = await fetch(url)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

// Of addresses that were asked for before their charts were there: each answer is for the first that wants it.
let early = new Map()

/** Asks for the points of metrics whose charts will come. */
export function askAhead(urls) {
  early = new Map(urls.map(url => [url, answerOf(url)]))
}

async function asked(url) {
  const answer = early.get(url)
  early.delete(url)
  // The page is painted by other threads while the chart is drawn; in one frame with the chart it would take longer.
  return (await Promise.all([answer, painted()]))[0]
}

/** The points of a metric as the API gives them; null when the server does not answer or reports an error. */
export async function readSeries(url) {
  const answer = await (early.has(url) ? asked(url) : answerOf(url))
  return answer && unpacked(answer)
}

/** The points of several metrics of a run: { series, notFound }; null as for one. */
export async function readTogether(url) {
  const answer = await answerOf(url)
  return answer && { ...answer, series: answer.series.map(unpacked) }
}
