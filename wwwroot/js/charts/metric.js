// The points of a run's metrics for the charts of its page.
import { readSeries } from './series.js'

const nothing = { step: 'None of its points has a step that is a number.', other: 'None of its points has a time.' }

/** The source of a card (card.js): the metrics that its figure names. */
export function metricSource(figure) {
  return {
    async read(query) {
      const series = await readSeries(`${figure.dataset.url}?${query}`)
      if (!series) return null
      const { from, to, low, high, hidden, x, y, breaks, marks, smoothed, reduced, count } = series
      const curve = { key: series.name, label: series.name, hue: 0, dash: 0, x, y, breaks, marks, smoothed: smoothed ?? undefined }
      return { curves: [curve], from, to, low, high, hidden, reduced, count }
    },
    problem: ({ x }) => (x === 'step' ? figure.querySelector('[data-problem]').dataset.problem : nothing.other) || nothing.step
  }
}
