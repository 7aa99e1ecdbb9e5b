// Chart.js configuration for one metric.
import { numberText, placeText, timeTicks } from './ticks.js'
import { marksPlugin } from './marks.js'

const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

const exactPlace = (axis, value) => axis === 'step' ? `step ${value}`
  : axis === 'relative' ? `${placeText(axis, value, Infinity)} after the start`
    : full.format(value)

/** The points of a series, with NaN at its breaks, so that the line has a gap there. */
export function withGaps(series) {
  const breaks = new Set(series.breaks)
  return series.x.flatMap((x, i) => {
    const point = { x, y: series.y[i] }
    return breaks.has(i) ? [{ x, y: NaN }, point] : [point]
  })
}

export function configOf(pane) {
  const { colours } = pane
  const range = scale => scale.max - scale.min
  return {
    type: 'line',
    data: { datasets: [] },
    plugins: [marksPlugin],
    options: {
      parsing: false,
      normalized: true,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear',
          afterBuildTicks: axis => { if (pane.axis !== 'step') timeTicks(axis, pane.axis === 'time' ? 1 : 1000, 6) },
          ticks: {
            maxTicksLimit: 7, maxRotation: 0, includeBounds: false, autoSkipPadding: 12,
            callback(value) { return placeText(pane.axis, value, range(this)) }
          }
        },
        y: { type: 'linear', ticks: { maxTicksLimit: 6, callback: numberText } }
      },
      plugins: {
        colors: { enabled: false },
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: items => items.length ? exactPlace(pane.axis, items[0].parsed.x) : '',
            label: item => String(item.raw.y)
          }
        },
        zoom: {
          zoom: {
            drag: { enabled: true, threshold: 6, backgroundColor: `${colours.curve(1)}22`, borderColor: colours.curve(1), borderWidth: 1 },
            mode: 'x',
            onZoomComplete: () => pane.zoomed()
          }
        }
      }
    }
  }
}
