// The page of one run: copying, keys, and the scripts of the open tab. htmx changes tabs.
import { isTyping } from '../shared/keys.js'
import { onContent, toEnd } from '../shared/swap.js'
import { currentTab, showCurrentTab } from '../shared/tabs.js'
import '../shared/copy.js'
import '../shared/tree.js'
import '../tensorboard/status.js'
import '../value/menu.js'
import './alike.js'
import './file.js'
import './files.js'
import './lineage.js'
import './live.js'
import './logs.js'
import { startFollowing } from './output.js'

const click = selector => document.querySelector(selector)?.click()

document.addEventListener('keydown', event => {
  if (isTyping(event)) return
  const tab = /^[1-8]$/.test(event.key) ? document.querySelectorAll('[data-tab-link]')[event.key - 1] : null
  if (tab) tab.click()
  else if (event.key === 'r') click('[data-back]')
  else if (event.key === '[') click('[data-previous]')
  else if (event.key === ']') click('[data-next]')
  else if (/^Arrow(Left|Right)$/.test(event.key) && !event.target.closest?.('[tabindex="0"], input, audio, video')) {
    click(event.key === 'ArrowLeft' ? '[data-previous-file]' : '[data-next-file]')
  } else if (event.key === '/') {
    const field = document.querySelector('.run-content input[type="search"]')
    if (!field) return
    event.preventDefault()
    field.focus()
  }
})

/** Filters a list by the text of its items. */
function filterList(field) {
  const wanted = field.value.trim().toLowerCase()
  for (const item of document.querySelector(field.dataset.filterList).children) item.hidden = !item.textContent.toLowerCase().includes(wanted)
}

document.addEventListener('input', event => event.target.dataset?.filterList && filterList(event.target))

let follow = null

function begin() {
  const output = document.querySelector('.output[data-output]')
  follow = output ? startFollowing(output) : null
  document.querySelectorAll('[data-output-tail]').forEach(toEnd)
  showCurrentTab()
}

begin()
document.addEventListener('runchange', () => follow?.())
onContent(root => {
  root.querySelectorAll('[data-filter-list]').forEach(filterList)
  if (root.id !== 'run' && !root.querySelector('#run')) return
  begin()
  // The link that had the focus was swapped out.
  if (document.activeElement === document.body) currentTab().focus({ preventScroll: true })
})

// htmx takes leave of each element that it removes, which of a large config takes longer than to show what comes instead.
document.addEventListener('htmx:beforeSwap', ({ detail: { target, shouldSwap, requestConfig } }) => {
  const content = target.id === 'run' && shouldSwap ? target.querySelector('.run-content') : null
  // What htmx still wants to know of the link stands in the elements around it.
  if (content && !content.contains(requestConfig.elt)) content.replaceChildren()
})

// Whoever goes back twice wants the second page: an answer to the first must not come after it.
let restoring = null
document.addEventListener('htmx:historyCacheMiss', event => {
  restoring?.abort()
  restoring = event.detail.xhr
})
document.addEventListener('htmx:beforeRequest', () => restoring?.abort())
document.addEventListener('htmx:historyCacheMissLoadError', () => location.reload())

// When a tab cannot be fetched, the browser shows the error page of the server.
for (const name of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(name, event => location.assign(event.detail.pathInfo.requestPath))
}
