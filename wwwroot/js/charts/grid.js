// Which charts of a page stand where: filtered by name, pinned, so many in a row.
import { parse, swap } from '../shared/swap.js'
import { keep, readSettings } from './settings.js'

/** True when the name of a chart has not all of the words. */
const isLeftOut = (figure, words) => !words.every(word => (figure.dataset.metric ?? '').toLowerCase().includes(word))

/** Hides the charts whose names do not match, and groups without any. */
export function filterCharts(wanted) {
  const words = wanted.split(/\s+/)
  let shown = 0
  for (const group of document.querySelectorAll('.chart-group')) {
    let here = 0
    for (const figure of group.querySelectorAll('.chart')) {
      const hidden = isLeftOut(figure, words)
      if (figure.hidden !== hidden) figure.hidden = hidden
      here += hidden ? 0 : 1
    }
    group.hidden = here === 0
    shown += here
  }
  const note = document.querySelector('[data-no-match]')
  if (note) note.hidden = shown > 0
}

/** Hides one chart that was swapped in, if its name does not match. */
export const filterChart = (figure, wanted) => { figure.hidden = isLeftOut(figure, wanted.split(/\s+/)) }

/** Charts in a row, as chosen. */
export function setAcross() {
  const { across } = readSettings()
  for (const row of document.querySelectorAll('[data-charts]')) {
    if (across) row.dataset.across = across
    else delete row.dataset.across
  }
}

let arranging = null

/** Asks the server to arrange the charts as the address says. */
export async function arrange() {
  arranging?.abort()
  const { signal } = arranging = new AbortController()
  const response = await fetch(location.href, { signal }).catch(() => null)
  if (!response?.ok || signal.aborted) return
  const now = document.querySelector('.run-content')
  const fresh = parse(await response.text()).querySelector('.run-content')
  if (fresh?.dataset.tab !== now.dataset.tab) return
  swap(now, fresh)
  // Attributes say what fields had when the page was read; their values are the user's.
  for (const box of now.querySelectorAll('[data-combine-splits]')) box.checked = box.defaultChecked
  for (const field of now.querySelectorAll('[data-combine]')) field.value = field.defaultValue
}

export const isPinned = name => new URLSearchParams(location.search).getAll('pin').includes(name)

/** Pins a chart, or unpins it. */
export function pin(name) {
  keep(now => {
    const others = now.getAll('pin').filter(one => one !== name)
    const pins = others.length === now.getAll('pin').length ? [...others, name] : others
    now.delete('pin')
    for (const one of pins) now.append('pin', one)
  })
  return arrange()
}
