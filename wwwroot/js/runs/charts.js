// The chart beside the table. Nothing of it is loaded while there is none.
import { onContent } from '../shared/swap.js'
import { show } from './view.js'

let loaded = null

/** Chart.js is no module. */
const library = address => new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement('script'), { src: address })
  script.addEventListener('load', resolve)
  script.addEventListener('error', reject)
  document.head.append(script)
})

function look() {
  const section = document.querySelector('[data-table-charts]')
  if (section?.querySelector('.chart')) loaded ??= library(section.dataset.library).then(() => import('../compare/table.js'))
}

document.addEventListener('change', event => {
  const form = event.target.closest?.('[data-charts-form]')
  if (form) show(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`)
})

look()
onContent(look)
