// The points of a run's metrics for the charts of its page.
import { readSeries } from './series.js'
import { styleOf } from './theme.js'

const nothing = { step: 'None of its points has a step that is a number.', relative: 'None of its points has a time.', time: 'None of its points has a time.' }

/** The metrics of a figure, as the server wrote them: one, or those that were combined. */
function metricsOf(figure) {
  const several = [...figure.querySelectorAll('[data-curve]')].map(({ dataset }) => ({
    key: dataset.curve, url: dataset.url, ...styleOf(dataset)
  }))
  if (several.length) return several
  // A run has its colour on all pages; dashes only tell it apart from others.
  const { colour } = figure.closest('[data-colour]').dataset
  return [{ key: figure.dataset.metric, url: figure.dataset.url, ...styleOf({ colour, dash: 'solid' }) }]
}

/** A series with its tail replaced by that of an answer to `after`; breaks and places of the smoothed curve likewise. */
export function extended(held, answer) {
  if (!answer.tail) return answer
  const join = (old, fresh) => {
    const end = old.x.findIndex(x => x >= answer.tail.x)
    const kept = end < 0 ? old.x.length : end
    return {
      x: [...old.x.slice(0, kept), ...fresh.x],
      y: [...old.y.slice(0, kept), ...fresh.y],
      breaks: [...old.breaks.filter(at => at < kept), ...fresh.breaks.map(at => at + kept)]
    }
  }
  return { ...answer, ...join(held, answer), smoothed: answer.smoothed && held.smoothed ? join(held.smoothed, answer.smoothed) : answer.smoothed }
}

const sum = (list, name) => list.reduce((total, one) => total + (one[name] ?? 0), 0)
const least = (list, name) => Math.min(...list.map(one => one[name]).filter(Number.isFinite))
const most = (list, name) => Math.max(...list.map(one => one[name]).filter(Number.isFinite))

/** The source of a card (card.js): the metrics that its figure names. */
export function metricSource(figure) {
  // What was answered last for each metric, so that a growing one is asked only for what is new.
  const held = new Map()

  async function readOne({ key, url, hue, dash }, query) {
    const asked = query.toString()
    const before = held.get(key)
    const next = new URLSearchParams(query)
    if (before?.asked === asked && before.series.version !== undefined) {
      next.set('after', before.series.count)
      next.set('version', before.series.version)
    }
    const answer = await readSeries(`${url}?${next}`)
    if (!answer) return null
    const series = answer.tail ? extended(before.series, answer) : answer
    held.set(key, { asked, series })
    return { key, label: key, hue, dash, series }
  }

  return {
    async read(query) {
      const read = (await Promise.all(metricsOf(figure).map(metric => readOne(metric, query)))).filter(Boolean)
      if (!read.length) return null
      const all = read.map(({ series }) => series)
      const curves = read.map(({ series: { x, y, breaks, marks, smoothed, reduced }, ...curve }) =>
        ({ ...curve, x, y, breaks, marks, reduced, smoothed: smoothed ?? undefined }))
      const edge = (choose, name) => all.some(series => Number.isFinite(series[name])) ? choose(all, name) : undefined
      return {
        curves,
        from: edge(least, 'from'), to: edge(most, 'to'), low: edge(least, 'low'), high: edge(most, 'high'),
        exact: true,
        count: sum(all, 'count'), hidden: sum(all, 'hidden'),
        repeated: all.filter(series => series.repeated > 0), recorded: all.some(series => series.order === 'recorded')
      }
    },
    urls: () => metricsOf(figure),
    grows: () => document.querySelector('[data-going="true"]') !== null,
    problem: ({ x }) => x === 'step' ? figure.querySelector('[data-problem]').dataset.problem || nothing.step
      : nothing[x] ?? `None of its points has the step of a point of ${x.slice('metric:'.length)}.`
  }
}
