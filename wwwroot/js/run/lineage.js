// Runs that share files are looked for in the background: asks for them until all runs are looked at.
import { onContent, parse, swapRegions } from '../shared/swap.js'

const FIRST = 1000 // milliseconds
const LONGEST = 15000

let timer = 0
let interval = FIRST

async function renew() {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
  const fresh = response?.ok ? parse(await response.text()).querySelector('[data-region="lineage"]') : null
  if (!fresh) return
  const answer = document.createElement('div')
  answer.append(fresh)
  swapRegions(answer)
  wait()
}

function wait() {
  clearTimeout(timer)
  if (document.querySelector('[data-lineage-progress]:not([data-lineage-progress=""])')) {
    timer = setTimeout(renew, interval)
    interval = Math.min(LONGEST, interval * 2)
  }
}

wait()
onContent(wait)
