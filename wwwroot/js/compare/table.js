// The chart beside the table of runs: pointing at a row lights up its curve.
import { allCards } from '../charts/page.js'
import { attributesOf } from '../charts/theme.js'
import { onCurves } from './source.js'

const keyOf = target => target instanceof Element
  ? target.closest('.charted tr.run, .charted tbody[data-group], [data-charts-groups] li')
  : null
const nameOf = row => row?.dataset.run ?? row?.dataset.group ?? row?.dataset.key ?? null

function highlight(key) {
  for (const { plot } of allCards()) plot?.highlight(key)
}

for (const [enter, leave] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
  document.addEventListener(enter, event => { if (keyOf(event.target)) highlight(nameOf(keyOf(event.target))) })
  document.addEventListener(leave, event => {
    if (keyOf(event.target) && keyOf(event.target) !== keyOf(event.relatedTarget)) highlight(null)
  })
}

// Of groups the rows do not know their colours: these come with the curves.
onCurves(curves => {
  const list = document.querySelector('[data-charts-groups]')
  if (!list) return
  list.replaceChildren(...curves.map(({ key, label, hue, dash }) => {
    const line = document.createElement('li')
    line.dataset.key = key
    const swatch = Object.assign(document.createElement('span'), { className: 'swatch' })
    Object.assign(swatch.dataset, attributesOf({ hue, dash }))
    line.append(swatch, label)
    return line
  }))
})
