// Chart.js configuration for a histogram over steps: the median as a line, quantiles as bands that darken towards it.
import { numberText } from './ticks.js'

// Opacity of the bands, outermost first, as two hex digits.
const shades = ['18', '2c', '40', '58']

export function bandsConfig({ basisPoints, steps, bands }, colours) {
  const colour = colours.curve(0)
  const middle = (basisPoints.length - 1) / 2
  const datasets = basisPoints.map((point, i) => ({
    label: `${point / 100} %`,
    data: steps.map((x, at) => ({ x, y: bands[at][i] })),
    borderColor: i === middle ? colour : 'transparent',
    borderWidth: i === middle ? 1.5 : 0,
    backgroundColor: colour + shades[i < middle ? i : basisPoints.length - 2 - i],
    // Each quantile fills the area up to the next one.
    fill: i < basisPoints.length - 1 ? i + 1 : false,
    pointRadius: steps.length === 1 ? 2 : 0,
    pointHitRadius: 0
  }))
  const scale = { grid: { color: colours.grid, drawTicks: false }, border: { color: colours.grid } }
  const ticks = { color: colours.text, font: { size: 11 } }
  return {
    type: 'line',
    data: { datasets },
    options: {
      parsing: false,
      normalized: true,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { type: 'linear', ...scale, ticks: { ...ticks, maxTicksLimit: 7, maxRotation: 0, includeBounds: false } },
        y: { type: 'linear', ...scale, ticks: { ...ticks, maxTicksLimit: 6, callback: numberText } }
      },
      plugins: {
        colors: { enabled: false },
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: items => items.length ? `step ${items[0].parsed.x}` : '',
            label: item => `${item.dataset.label}: ${Number(item.raw.y.toPrecision(5))}`
          }
        }
      }
    }
  }
}
