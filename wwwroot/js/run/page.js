// The page of one run: copying, keys, and whatever the open tab can do by itself.
import { isTyping } from '../shared/keys.js'
import '../shared/copy.js'
import { startStatus } from '../tensorboard/status.js'
import { startFollowing } from './output.js'
import { showEnd, startLive } from './live.js'
import { startTabs } from './tabs.js'
import { startLogs } from './logs.js'

const click = selector => document.querySelector(selector)?.click()

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
  showEnd(document)
  startStatus()
  startLogs()
  // On a narrow screen not all tabs are in view.
  document.querySelector('[data-tab-link][aria-current="page"]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
}

begin()
startTabs()
document.addEventListener('tabchange', begin)
if (document.querySelector('[data-region="tabs"]')) startLive(() => follow?.())
