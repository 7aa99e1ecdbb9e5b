// Polls for changes of the runs and shows them in the table.
import { arrange } from '../shared/morph.js'
import { requestPart } from '../shared/part.js'
import { Poll } from '../shared/poll.js'
import { parse, swap, swapRegions } from '../shared/swap.js'
import { localize, tick } from '../shared/times.js'
import { flash, patch } from './patch.js'
import { detailOf, fetchDetail, findRow } from './rows.js'

const view = () => document.getElementById('view')
const body = () => document.querySelector('tbody[data-rows]')

let full = false

function url() {
  const since = full ? '' : view().dataset.token
  full = false
  return `${view().dataset.changes}&since=${since}`
}

// Runs change often enough that the server should answer at once.
const isBusy = () => view().dataset.phase === 'loading'
  || document.querySelector('tr.run.status-running, [data-status-filter="RUNNING"]:not(.none)') !== null

/** Fetches the whole view, for changes that rows alone cannot show. */
async function renewView() {
  const asked = location.href
  const response = await requestPart(asked).catch(() => null)
  if (!response?.ok) return
  const fresh = parse(await response.text()).getElementById('view')
  if (!fresh || location.href !== asked) return
  // The feedback on a query that is being typed stays: the URL has an older query.
  const feedback = document.getElementById('query-feedback')
  if (feedback.querySelector('[data-query-error]')) fresh.querySelector('#query-feedback').replaceWith(feedback.cloneNode(true))
  history.replaceState(history.state, '', response.headers.get('HX-Replace-Url') ?? asked)
  swap(view(), fresh)
}

/** Renews the parts of an expanded row that change while its run runs; the config does not. */
async function renewDetail(row) {
  const answer = await fetchDetail(row).then(parse).catch(() => null)
  for (const part of answer?.querySelectorAll('[data-part]') ?? []) {
    const now = detailOf(row)?.querySelector(`[data-part="${part.dataset.part}"]`)
    if (now) swap(now, part)
  }
}

/** @returns {boolean} false when a row was left as it is, because of a selection in it */
function putRows(rows) {
  let done = true
  for (const fresh of rows) {
    const row = findRow(fresh.dataset.run)
    if (row) {
      done = patch(row, fresh) && done
      if (detailOf(row)) renewDetail(row)
    } else {
      localize(fresh)
      tick(fresh)
      body().append(fresh)
      flash(fresh)
    }
  }
  return done
}

function apply(html) {
  const changes = parse(html).querySelector('[data-changes]')
  const order = changes.dataset.order.split(' ').filter(Boolean)
  const before = view().dataset.phase
  const now = view().dataset.phase = changes.dataset.phase
  if (!body() || order.length === 0 || (before === 'loading' && now !== before)) {
    swap(document.querySelector('[data-region="live"]'), changes.querySelector('[data-region="live"]'))
    // The fetched view may have a newer state than this answer, so the header is renewed once more.
    full = before !== now
    return renewView()
  }

  const headings = changes.querySelector('[data-headings]')
  if (headings) swap(document.querySelector('[data-headings]'), headings)
  const done = putRows([...changes.querySelectorAll('tr.run')])
  if (order.some(id => !findRow(id))) {
    // A run that was not on this page before is on it now.
    full = true
    return undefined
  }
  arrange(body(), order.map(findRow).flatMap(row => [row, detailOf(row)]).filter(Boolean))
  if (swapRegions(changes) && done) view().dataset.token = changes.dataset.token
  // The chart beside the table, if there is one, asks whether there are new points.
  document.dispatchEvent(new CustomEvent('runchange'))
  view().dataset.changes = changes.dataset.changes // another page number, when the last page no longer exists
  return undefined
}

new Poll({ url, mayWait: () => !isBusy(), apply, back: () => { full = true } })
