// Polls for changes of the runs that are compared, and shows them in the legend, the table and the charts.
import { Poll } from '../shared/poll.js'
import { parse, swapRegions } from '../shared/swap.js'

const page = () => document.querySelector('[data-compare]')

if (document.querySelector('[data-compare] [data-region], [data-plot]')) new Poll({
  // What is hidden, and other choices, changed in the address since the page came.
  url: () => `${page().dataset.changes.split('?')[0]}${location.search || '?'}&since=${page().dataset.token}`,
  mayWait: () => page().dataset.going !== 'true',
  apply(html) {
    const answer = parse(html)
    const { token, going } = answer.querySelector('[data-token]').dataset
    const done = swapRegions(answer)
    page().dataset.going = going
    if (done) page().dataset.token = token
    document.dispatchEvent(new CustomEvent('runchange'))
  },
  back() {
    page().dataset.token = ''
  }
})
