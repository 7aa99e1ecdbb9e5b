// The page of a file: highlighting, sorting of tables. And on all pages of a run: a picture that is broken says so.
import { onContent } from '../shared/swap.js'

function highlight(code) {
  const { language } = code.dataset
  if (!globalThis.hljs?.getLanguage(language) || code.dataset.highlighted) return
  code.innerHTML = hljs.highlight(code.textContent, { language }).value
  code.dataset.highlighted = 'yes'
}

let order = null
const compare = (a, b) => (order ??= new Intl.Collator('en', { numeric: true })).compare(a, b)

/** Empty cells stay last, in either direction. */
function sortRows(table, column, down) {
  const rows = [...table.tBodies[0].rows].map(row => {
    const text = row.cells[column]?.textContent ?? ''
    return { row, text, number: text.trim() === '' ? NaN : Number(text) }
  })
  const sign = down ? -1 : 1
  rows.sort((a, b) => {
    if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1
    const bothNumbers = !Number.isNaN(a.number) && !Number.isNaN(b.number)
    return sign * (bothNumbers ? a.number - b.number : compare(a.text, b.text))
  })
  table.tBodies[0].append(...rows.map(({ row }) => row))
}

document.addEventListener('click', event => {
  const heading = event.target.closest?.('[data-sortable] .grid-sort')?.parentElement
  if (!heading) return
  const down = heading.getAttribute('aria-sort') === 'ascending'
  const table = heading.closest('table')
  table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'))
  heading.setAttribute('aria-sort', down ? 'descending' : 'ascending')
  sortRows(table, heading.cellIndex, down)
})

function sayBroken(picture) {
  if (!picture.closest('.run-content')) return
  const note = document.createElement('span')
  note.className = 'muted broken-picture'
  note.dataset.broken = ''
  note.textContent = picture.closest('.thumb') ? 'broken' : 'This picture is broken.'
  picture.replaceWith(note)
}

document.addEventListener('error', event => {
  if (event.target.matches?.('img')) sayBroken(event.target)
}, true)

function begin(root) {
  root.querySelectorAll('code[data-language]').forEach(highlight)
  for (const picture of root.querySelectorAll('.run-content img')) {
    if (picture.complete && picture.naturalWidth === 0 && picture.loading !== 'lazy') sayBroken(picture)
  }
}

begin(document)
onContent(begin)
