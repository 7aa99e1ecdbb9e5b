// Polls the state of a TensorBoard, and opens it once it runs, if the page was opened for that.
import { Poll } from '../shared/poll.js'
import { parse, swapRegions } from '../shared/swap.js'

const pauses = { starting: 500, running: 5000 }

const region = () => document.querySelector('[data-region="tensorboard"]')
const isOpening = () => region()?.dataset.opening === 'true'

new Poll({
  url: () => region() && region().dataset.phase in pauses ? `${region().dataset.url}${isOpening() ? '&open=true' : ''}` : null,
  pause: () => pauses[region()?.dataset.phase] ?? pauses.running,
  apply(html) {
    swapRegions(parse(html))
    if (isOpening() && region().dataset.phase === 'running') location.replace(region().dataset.app)
  }
})
