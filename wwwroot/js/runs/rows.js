// Expanding rows, and keyboard navigation.
import { isTyping } from '../shared/keys.js'
import { isPlainClick, isRowClick, reveal } from '../shared/rows.js'
import { localize, tick } from '../shared/times.js'

const rows = () => [...document.querySelectorAll('tr.run')]
const toggleOf = row => row.querySelector('[data-toggle]')

export const findRow = id => document.querySelector(`tr.run[data-run="${CSS.escape(id)}"]`)

export function detailOf(row) {
  const next = row.nextElementSibling
  return next?.matches('.detail-row') ? next : null
}

/** Keeps the expanded rows in the URL, so that they are expanded after a reload. */
function remember() {
  const url = new URL(location.href)
  const open = rows().filter(detailOf).map(row => row.dataset.run)
  if (open.length) url.searchParams.set('open', open.join(','))
  else url.searchParams.delete('open')
  history.replaceState(history.state, '', url.href.replaceAll('%2C', ','))
}

export async function fetchDetail(row) {
  const url = new URL(row.dataset.url, location.href)
  url.pathname += '/row'
  const response = await fetch(url, { headers: { Accept: 'text/html' } })
  if (!response.ok && response.status !== 503) throw new Error(String(response.status))
  return response.text()
}

async function toggle(clicked) {
  let row = clicked
  let link = toggleOf(row)
  const shown = detailOf(row)
  if (link.hasAttribute('aria-busy')) return
  if (shown) {
    shown.remove()
    link.setAttribute('aria-expanded', 'false')
    row.classList.remove('open')
  } else {
    link.setAttribute('aria-busy', 'true')
    let html
    try {
      html = await fetchDetail(row)
    } catch {
      html = '<p class="note problem">The run could not be fetched.</p>'
    }
    link.removeAttribute('aria-busy')
    // The whole view may have been swapped meanwhile.
    if (!row.isConnected) row = findRow(row.dataset.run)
    if (!row || detailOf(row)) return
    link = toggleOf(row)
    const detail = document.createElement('tr')
    detail.className = 'detail-row'
    detail.dataset.detailOf = row.dataset.run
    const cell = document.createElement('td')
    cell.colSpan = row.cells.length
    cell.innerHTML = html
    detail.append(cell)
    row.after(detail)
    link.setAttribute('aria-expanded', 'true')
    row.classList.add('open')
    localize(detail)
    tick(detail)
    reveal(row, detail)
  }
  remember()
}

function move(step) {
  const all = rows()
  const focused = all.findIndex(row => row.contains(document.activeElement) || detailOf(row)?.contains(document.activeElement))
  const at = focused < 0 ? all.findIndex(row => row.querySelector('a:target')) : focused
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
  if (!next) return
  toggleOf(next).focus({ preventScroll: true })
  reveal(next)
}

document.addEventListener('click', event => {
  const row = event.target.closest?.('tr.run')
  if (!row || !(isRowClick(event) || (isPlainClick(event) && event.target.closest('[data-toggle]')))) return
  event.preventDefault()
  toggleOf(row).focus({ preventScroll: true })
  toggle(row)
})

/** Links to runs carry the table as it is, with the rows that are expanded now; its own address gets the place to come back to. */
function carryTable(event) {
  const link = event.target.closest?.('a[id^="run-"], .detail a[href]')
  const url = link && new URL(link.href)
  if (!url?.pathname.startsWith(`${location.pathname}/`)) return
  if (location.search) url.searchParams.set('table', location.search.slice(1))
  else url.searchParams.delete('table')
  link.href = url.href
  if (event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey) return
  const run = (link.closest('[data-run]') ?? link.closest('.detail-row').previousElementSibling).dataset.run
  history.replaceState(history.state, '', `#run-${run}`)
}
for (const name of ['pointerdown', 'click']) document.addEventListener(name, carryTable, true)

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.id === 'q') event.target.blur()
  if (isTyping(event) || event.shiftKey) return
  const row = document.activeElement?.closest?.('tr.run')
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    '/': () => document.getElementById('q').select(),
    o: () => row?.querySelector('.c-id a').click(),
  }
  // Arrow keys scroll inside an expanded row.
  if (!(event.key in keys) || (event.key.startsWith('Arrow') && document.activeElement?.closest('.detail'))) return
  event.preventDefault()
  keys[event.key]()
})

// Going back, the browser restores the scroll position of the page, but not that of the table in it.
document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'nearest' })
