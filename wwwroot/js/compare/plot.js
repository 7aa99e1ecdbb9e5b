// A plot of the page that compares runs: reads the values of its fields and draws them.
import { showCurrentTab } from '../shared/tabs.js'
import './keys.js'
import './live.js'
import { Parallel } from './parallel.js'
import { readValues } from './values.js'
import { Scatter } from './scatter.js'

const figure = document.querySelector('[data-plot]')
const problem = figure.querySelector('[data-plot-problem]')
let plot = null

showCurrentTab()

function say(text) {
  problem.textContent = text
  problem.hidden = !text
}

async function load() {
  try {
    const data = await readValues(figure.dataset.values)
    plot = figure.dataset.plot === 'scatter' ? new Scatter(figure, data) : new Parallel(figure, data)
    say(data.waits ? 'The figures of metrics are still read; load the page again for those that are missing.' : data.ids.length ? '' : 'No runs.')
  } catch (error) {
    say(`The values cannot be read. ${error.message}`)
  }
}

new MutationObserver(() => plot?.draw()).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] })

// The values of many runs are megabytes, so they are read again when someone wants it.
document.addEventListener('runchange', () => {
  const again = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: 'Draw again' })
  again.addEventListener('click', () => location.reload())
  problem.replaceChildren('Runs have changed since. ', again)
  problem.hidden = false
})

// A choice from a list needs no button.
document.querySelector('[data-plot-form]').addEventListener('change', event => {
  const { target } = event
  if (target.matches('[data-add-axis]') && target.value) {
    const axes = target.form.querySelector('[data-plot-axes]')
    axes.value = [axes.value, target.value].filter(Boolean).join(',')
  }
  if (target.matches('select, [type="checkbox"], [data-add-axis]')) target.form.requestSubmit()
})

load()
