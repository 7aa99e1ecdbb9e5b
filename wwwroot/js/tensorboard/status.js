// Polls the state of a TensorBoard, and opens it once it runs, if the page was opened for that.
import { Poll } from '../shared/poll.js'
import { parse, swapRegions } from '../shared/swap.js'

const pauses = { starting: 500, running: 5000 }

const region = () => document.querySelector('[data-region="tensorboard"]')
// True once it was started in another tab of the browser, until it is seen here.
let isAwaited = false
const isPolled = () => region() && (region().dataset.phase in pauses || isAwaited)
const isOpening = () => region()?.dataset.opening === 'true'

const poll = new Poll({
  url: () => isPolled() ? `${region().dataset.url}${isOpening() ? '&open=true' : ''}` : null,
  pause: () => pauses[region()?.dataset.phase] ?? pauses.running,
  apply(html) {
    swapRegions(parse(html))
    if (region().dataset.phase in pauses) isAwaited = false
    if (isOpening() && region().dataset.phase === 'running') location.replace(region().dataset.app)
  }
})

document.addEventListener('submit', event => {
  if (event.submitter?.formTarget !== '_blank' || !region()) return
  isAwaited = true
  poll.start(pauses.starting)
})
