// Keeps the table current: puts changed rows in place without moving anything else.
import { Poll } from '../shared/poll.js'
import { localize, tick } from '../shared/times.js'
import { flash, patch } from './patch.js'
import { detailOf, fetchDetail } from './rows.js'

const view = () => document.getElementById('view')
const body = () => document.querySelector('[data-rows]')
const findRow = id => body().querySelector(`:scope > tr.run[data-run="${CSS.escape(id)}"]`)

let full = false

function url() {
  const since = full ? '' : view().dataset.token
  full = false
  return `${view().dataset.changes}&since=${since}`
}

const lively = () => view().dataset.phase === 'loading' || document.querySelector('tr.run.status-running, [data-status-filter="RUNNING"]:not(.none)') !== null

/** Asks for the whole view anew, for changes that rows alone cannot show. */
const reload = () => window.htmx.ajax('GET', location.href, { target: '#view', select: '#view', swap: 'outerHTML' })

const isBusy = () => view().querySelector('[data-groups]') !== null && view().querySelector('details.menu[open], :is(input, select, textarea):focus') !== null

/** Renews the parts of an open row that grow while its run goes on; its config and what is open in it stay. */
async function refreshDetail(row) {
  const template = document.createElement('template')
  try {
    template.innerHTML = await fetchDetail(row)
  } catch {
    return
  }
  for (const part of detailOf(row)?.querySelectorAll('[data-part]') ?? []) {
    const fresh = template.content.querySelector(`[data-part="${part.dataset.part}"]`)
    if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(getSelection()?.anchorNode)) part.replaceWith(fresh)
  }
}

function arrange(order) {
  let place = body().firstElementChild
  for (const id of order) {
    const row = findRow(id)
    const detail = detailOf(row)
    if (row === place) {
      place = (detail ?? row).nextElementSibling
      continue
    }
    body().insertBefore(row, place)
    if (detail) row.after(detail)
  }
  while (place) {
    const next = place.nextElementSibling
    place.remove()
    place = next
  }
}

function renew(region) {
  const place = document.querySelector(`[data-region="${region.dataset.region}"]`)
  if (place && !place.contains(document.activeElement) && !place.querySelector('[open]')) place.replaceWith(region)
}

function apply(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  const changes = template.content.querySelector('[data-changes]')
  const order = changes.dataset.order.split(' ').filter(Boolean)
  // The header is no part of the view.
  renew(changes.querySelector('[data-region="live"]'))
  const before = view().dataset.phase
  const now = view().dataset.phase = changes.dataset.phase
  if (!body() || order.length === 0 || (before === 'loading' && now !== before)) {
    // The view that comes now may be in a state newer still, which the header has to hear of as well.
    full = before !== now
    // What somebody has open or is typing in stays as it is; the next answer says the same.
    return isBusy() ? undefined : reload()
  }

  const headings = changes.querySelector('[data-headings]')
  if (headings) document.querySelector('[data-headings]').replaceWith(headings)
  for (const fresh of [...changes.querySelectorAll('tr.run')]) {
    const row = findRow(fresh.dataset.run)
    if (row) {
      patch(row, fresh)
      if (detailOf(row)) refreshDetail(row)
    } else {
      body().append(fresh)
      flash(fresh)
    }
  }
  if (order.some(id => !findRow(id))) {
    // A run that we never had slid onto the page.
    full = true
    return undefined
  }
  arrange(order)
  for (const region of changes.querySelectorAll('[data-region]')) renew(region)
  view().dataset.token = changes.dataset.token
  view().dataset.changes = changes.dataset.changes // another page, when the last one is gone
  localize()
  tick()
  return undefined
}

const poll = new Poll({ url, lively, apply, reload: () => { full = true } })

// A view that was swapped in is as new as can be.
document.addEventListener('htmx:afterSwap', () => poll.start(2000))
