// The page of one run: copying, keys, and what the open tab can do by itself. Its tabs are changed by htmx.
import { isTyping } from '../shared/keys.js'
import { onContent, toEnd } from '../shared/swap.js'
import '../shared/copy.js'
import '../shared/tree.js'
import '../tensorboard/status.js'
import './live.js'
import './logs.js'
import { startFollowing } from './output.js'

const click = selector => document.querySelector(selector)?.click()
const currentTab = () => document.querySelector('[data-tab-link][aria-current="page"]')

document.addEventListener('keydown', event => {
  if (isTyping(event)) return
  const tab = /^[1-8]$/.test(event.key) ? document.querySelectorAll('[data-tab-link]')[event.key - 1] : null
  if (tab) tab.click()
  else if (event.key === '[') click('[data-newer]')
  else if (event.key === ']') click('[data-older]')
  else if (event.key === '/') {
    const field = document.querySelector('.run-content input[type="search"]')
    if (!field) return
    event.preventDefault()
    field.focus()
  }
})

// Lists that are filtered by what their items say.
document.addEventListener('input', event => {
  const list = event.target.dataset?.filterList
  if (!list) return
  const wanted = event.target.value.trim().toLowerCase()
  for (const item of document.querySelector(list).children) item.hidden = !item.textContent.toLowerCase().includes(wanted)
})

let follow = null

function begin() {
  const output = document.querySelector('.output[data-output]')
  follow = output ? startFollowing(output) : null
  document.querySelectorAll('[data-output-tail]').forEach(toEnd)
  // On a narrow screen not all tabs are in view.
  currentTab().scrollIntoView({ inline: 'center', block: 'nearest' })
}

begin()
document.addEventListener('runchange', () => follow?.())
onContent(root => {
  if (root.id !== 'run' && !root.querySelector('#run')) return
  begin()
  // The link that was followed is gone with its tab.
  if (document.activeElement === document.body) currentTab().focus({ preventScroll: true })
})

// A tab that cannot be read is a page that says so.
for (const name of ['htmx:responseError', 'htmx:sendError']) {
  document.addEventListener(name, event => location.assign(event.detail.pathInfo.requestPath))
}
