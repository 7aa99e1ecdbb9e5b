// Chart.js is no module, and its script takes longer to load than the points of the first charts: neither waits for the other.
import { Plot } from './plot.js'

/** Resolves once Chart.js is there. */
export const library = () => globalThis.Chart ? Promise.resolve() : new Promise((resolve, reject) => {
  const script = document.querySelector('script[data-chart-library]')
  script.addEventListener('load', resolve)
  script.addEventListener('error', () => reject(new Error('Chart.js could not be loaded.')))
})

function drawUnseen() {
  const area = document.createElement('div')
  area.append(document.createElement('canvas'))
  const plot = new Plot(area)
  plot.resize({ width: 300, height: 150 })
  const x = Array.from({ length: 100 }, (_, i) => i)
  plot.draw({ curves: [{ key: '', label: '', hue: 0, dash: 0, x, y: x.map(Math.sin), breaks: [], marks: [] }], from: 0, to: 100 })
  plot.close()
}

/** Draws a chart that nobody sees while the browser has nothing else to do: the first takes four times as long as others, because its code is compiled. */
export const warmUp = () => globalThis.requestIdleCallback?.(() => library().then(drawUnseen, () => {}))
