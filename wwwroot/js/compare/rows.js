// The later rows of a long table come after the first ones are seen: to lay out 24,000 cells at once takes a browser seconds.
import { onContent } from '../shared/swap.js'

const PAUSE = 100 // ms between two parts, for clicks and scrolling

let shown = 0
let timer = null

const later = () => document.querySelectorAll('[data-compare-table] tbody[data-later="true"]')

function show(count) {
  for (const part of [...later()].slice(0, count)) part.dataset.later = 'false'
}

function showRest() {
  if (timer || !later().length) return
  timer = setTimeout(() => {
    timer = null
    show(1)
    shown++
    showRest()
  }, PAUSE)
}

// A table that was replaced hides them again.
onContent(() => {
  show(shown)
  showRest()
})

requestAnimationFrame(showRest)
