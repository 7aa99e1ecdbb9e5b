// Polls for changes of a run and shows them.
import { PAUSE, Poll } from '../shared/poll.js'
import { parse, swap, swapRegions } from '../shared/swap.js'

const MIN_RENEWAL = 10000 // milliseconds between two readings of the event files
const GOING_PAUSE = 500 // at least, between two heartbeats that are shown

const tabs = () => document.querySelector('[data-region="tabs"]')
const content = () => document.querySelector('.run-content')

let renewed = 0

/** Fetches the whole tab for what its regions do not cover: new metrics, and data of event files. */
async function renewContent(metrics) {
  const { tab } = content().dataset
  const shown = content().querySelectorAll('.chart[data-metric]').length
  const charts = Number(document.querySelector('[data-total]')?.dataset.charts ?? metrics)
  const isMissing = tab === 'metrics' ? charts > shown : tab === 'overview' && metrics > 0 && shown === 0
  if (!isMissing && (tab !== 'metrics' || Date.now() - renewed < MIN_RENEWAL)) return
  renewed = Date.now()
  const response = await fetch(location.href).catch(() => null)
  const fresh = response?.ok ? parse(await response.text()).querySelector('.run-content') : null
  if (fresh?.dataset.tab === content().dataset.tab) swap(content(), fresh)
}

new Poll({
  // Links in the answer carry on what the address carries.
  url: () => `${tabs().dataset.changes}${location.search || '?'}&tab=${tabs().dataset.tab}&since=${tabs().dataset.token}`,
  mayWait: () => true,
  pause: () => tabs().dataset.going === 'true' ? GOING_PAUSE : PAUSE,
  apply(html) {
    const { token } = tabs().dataset
    const answer = parse(html)
    const done = swapRegions(answer)
    tabs().dataset.token = done ? answer.querySelector('[data-token]').dataset.token : token
    const metrics = Number(tabs().querySelector('[data-tab-link="metrics"] .count').textContent.replaceAll(',', ''))
    renewContent(metrics)
    document.dispatchEvent(new CustomEvent('runchange'))
  },
  back() {
    tabs().dataset.token = ''
  }
})
