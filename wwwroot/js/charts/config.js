// Chart.js configuration of a plot. Pointer and keyboard are its own (gestures.js, keyboard.js), so Chart.js listens to nothing.
import { logTicks, numberText, placeText, timeTicks } from './ticks.js'
import { marksPlugin } from './marks.js'

// The width of the y axis in steps, so that a curve does not move sideways with each new digit.
const STEP = 12

export function configOf(plot) {
  const range = scale => scale.max - scale.min
  return {
    type: 'line',
    data: { datasets: [] },
    plugins: [{ id: 'prepared', beforeInit: chart => plot.prepare(chart) }, marksPlugin],
    options: {
      parsing: false,
      normalized: true,
      animation: false,
      // The plot knows its size; to ask for it makes a browser bring the layout of the whole page up to date, for each chart.
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 4, right: 6 } },
      scales: {
        x: {
          type: 'linear',
          afterBuildTicks: axis => {
            if (axis.type === 'logarithmic') logTicks(axis, 7)
            else if (plot.view.axis === 'relative' || plot.view.axis === 'time') {
              timeTicks(axis, plot.view.axis === 'time' ? 1 : 1000, 6)
            }
          },
          ticks: {
            maxTicksLimit: 7, maxRotation: 0, includeBounds: false, autoSkipPadding: 12,
            callback(value) { return placeText(plot.view.axis, value, range(this)) }
          }
        },
        y: {
          type: 'linear',
          afterBuildTicks: axis => { if (axis.type === 'logarithmic') logTicks(axis, 6) },
          afterFit: axis => { axis.width = Math.ceil(axis.width / STEP) * STEP },
          ticks: { maxTicksLimit: 6, includeBounds: false, callback: numberText }
        }
      },
      plugins: { colors: { enabled: false }, legend: { display: false }, tooltip: { enabled: false } }
    }
  }
}
