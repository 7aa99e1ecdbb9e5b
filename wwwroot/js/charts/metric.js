// The points of a run's metrics for the charts of its page.
import { readSeries, readTogether } from './series.js'
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

/** The name of a metric, from the address of its points. */
export const nameOf = url => decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))

/** True while points are appended to the metrics of the page. */
export const grows = () => document.querySelector('[data-going="true"]') !== null

const sum = (list, name) => list.reduce((total, one) => total + (one[name] ?? 0), 0)
const least = (list, name) => Math.min(...list.map(one => one[name]).filter(Number.isFinite))
const most = (list, name) => Math.max(...list.map(one => one[name]).filter(Number.isFinite))

/** The source of a card (card.js): the metrics that its figure names. */
export function metricSource(figure) {
  // What was answered last for each metric, so that a growing one is asked only for what is new.
  const held = new Map()

  const known = (key, asked) => held.get(key)?.asked === asked && held.get(key).series.version !== undefined ? held.get(key).series : null

  /** Tells in a query what is held of some metrics, if it is held of all. */
  function addKnown(query, metrics, asked) {
    const all = metrics.map(({ key }) => known(key, asked))
    if (!all.every(Boolean)) return
    for (const { count, version } of all) {
      query.append('after', count)
      query.append('version', version)
    }
  }

  function curveOf({ key, hue, dash }, answer, asked) {
    const series = answer.tail ? extended(held.get(key).series, answer) : answer
    held.set(key, { asked, series })
    return { key, label: key, hue, dash, series }
  }

  async function readOne(metric, query) {
    const [asked, next] = [query.toString(), new URLSearchParams(query)]
    addKnown(next, [metric], asked)
    const answer = await readSeries(`${metric.url}?${next}`)
    return answer ? [curveOf(metric, answer, asked)] : []
  }

  async function readAll(metrics, query) {
    const [asked, next] = [query.toString(), new URLSearchParams(query)]
    for (const metric of metrics) next.append('metric', nameOf(metric.url))
    addKnown(next, metrics, asked)
    const answer = await readTogether(`${figure.querySelector('[data-together]').dataset.together}?${next}`)
    return metrics.filter(({ url }) => answer && !answer.notFound.includes(nameOf(url)))
      .map((metric, i) => curveOf(metric, answer.series[i], asked))
  }

  return {
    async read(query) {
      const metrics = metricsOf(figure)
      const read = await (metrics.length > 1 ? readAll(metrics, query) : readOne(metrics[0], query))
      if (!read.length) return null
      const all = read.map(({ series }) => series)
      const curves = read.map(({ series: { x, y, breaks, marks, smoothed, reduced, joined }, ...curve }) =>
        ({ ...curve, x, y, breaks, marks, reduced, joined, smoothed: smoothed ?? undefined }))
      const edge = (choose, name) => all.some(series => Number.isFinite(series[name])) ? choose(all, name) : undefined
      return {
        curves,
        from: edge(least, 'from'), to: edge(most, 'to'), low: edge(least, 'low'), high: edge(most, 'high'),
        exact: true,
        count: sum(all, 'count'), hidden: sum(all, 'hidden'),
        joined: all.map(series => series.joined).filter(Boolean),
        repeated: all.filter(series => series.repeated > 0), recorded: all.some(series => series.order === 'recorded')
      }
    },
    urls: () => metricsOf(figure),
    grows,
    problem: ({ x }) => x === 'step' ? figure.querySelector('[data-problem]').dataset.problem || nothing.step
      : nothing[x] ?? `None of its points has the step of a point of ${x.slice('metric:'.length)}.`
  }
}
