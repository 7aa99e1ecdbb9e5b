// The output tab: its rows, following them while the run runs, links to lines.
import { copyText } from '../shared/copy.js'
import { wholeText } from '../shared/numbers.js'
import { parse } from '../shared/swap.js'
import { Lines } from './lines.js'

const MAX_COPIED = 20000 // rows; the server sends no more at once
const count = (number, word) => `${wholeText(number)} ${word}${number === 1 ? '' : 's'}`

/** The lines that the address names, from 0: `#L120` or `#L120-L130`; null for none. */
function linked() {
  const match = /^#L(\d{1,9})(?:-L?(\d{1,9}))?$/.exec(location.hash)
  if (!match) return null
  const ends = [Number(match[1]), Number(match[2] ?? match[1])].sort((a, b) => a - b)
  return { first: ends[0] - 1, last: ends[1] - 1 }
}

/** @returns {() => Promise<void>} shows what was added */
export function startFollowing(output) {
  const box = output.querySelector('[data-rows]')
  const follow = output.querySelector('[data-follow]')
  const data = output.dataset
  const lines = new Lines(box, (line, rows) => `${data.output}/lines?line=${line}&count=${rows}&raw=${data.raw}`,
    { first: Number(data.first), total: Number(data.lines) })
  const found = data.foundLine ? Number(data.foundLine) - 1 : null
  let chosen = linked()
  lines.marks = row => chosen ? row >= chosen.first && row <= chosen.last : row === found

  function begin() {
    lines.mark()
    if (chosen) lines.show(chosen.first, 'center')
    else if (found !== null) lines.show(found, 'center')
    else lines.toEnd()
  }

  function choose(event, link) {
    event.preventDefault()
    const line = Number(link.dataset.line)
    const from = event.shiftKey && chosen ? chosen.first + 1 : line
    const [first, last] = [from, line].sort((a, b) => a - b)
    history.replaceState(history.state, '', first === last ? `#L${line}` : `#L${first}-L${last}`)
    chosen = linked()
    follow.checked = false
    lines.mark()
  }

  async function copy(button) {
    const first = Math.max(0, lines.total - MAX_COPIED)
    const response = await fetch(`${data.output}/lines?line=${first + 1}&count=${MAX_COPIED}&raw=${data.raw}`).catch(() => null)
    if (response?.ok) copyText(button, parse(await response.text()).textContent)
  }

  output.addEventListener('click', event => {
    const link = event.target.closest?.('[data-line]')
    if (link && !event.ctrlKey && !event.metaKey) choose(event, link)
    const button = event.target.closest?.('[data-copy-output]')
    if (button) copy(button)
  })
  addEventListener('hashchange', () => {
    if (!output.isConnected || !linked()) return
    chosen = linked()
    begin()
  })
  follow.addEventListener('change', () => follow.checked && lines.toEnd())
  // Scrolling up ends following.
  let top = 0
  const stop = () => { follow.checked = false }
  box.addEventListener('wheel', event => event.deltaY < 0 && stop(), { passive: true })
  box.addEventListener('keydown', event => {
    if (['ArrowUp', 'PageUp', 'Home'].includes(event.key)) stop()
    if (event.ctrlKey || event.metaKey || event.altKey || !['Home', 'End'].includes(event.key)) return
    // The browser would scroll there slowly, and stop where rows are put in on the way.
    event.preventDefault()
    if (event.key === 'Home') lines.show(0, 'start')
    else lines.toEnd()
  })
  box.addEventListener('pointerdown', () => { top = box.scrollTop })
  box.addEventListener('pointerup', () => box.scrollTop < top && stop())
  box.addEventListener('touchmove', () => box.scrollTop < top && stop(), { passive: true })
  output.querySelector('[data-wrap]').addEventListener('change', event => {
    const row = lines.top
    box.classList.toggle('unwrapped', !event.target.checked)
    lines.show(row, 'start')
  })
  begin()

  async function askForChange() {
    const { version, length, raw } = data
    const response = await fetch(`${data.output}/change?version=${version}&length=${length}&lines=${lines.total}&raw=${raw}`)
    if (!response.ok || response.status === 204) return
    const change = await response.json()
    const end = lines.isAtEnd
    Object.assign(data, { version: change.version, length: change.length })
    output.hidden = false
    document.querySelector('.empty[data-output]')?.remove()
    output.querySelector('[data-output-size]').textContent = `${count(change.lines, 'line')}, ${count(change.length, 'character')}`
    box.className = box.className.replace(/digits-\d+/, `digits-${String(change.lines).length}`)
    await lines.change({ total: change.lines, from: change.from })
    if (follow.checked || (end && found === null)) await lines.toEnd()
  }

  let asking = false
  return async function catchUp() {
    if (asking) return
    asking = true
    try {
      await askForChange()
    } catch {
      // The next change of the run tries again.
    } finally {
      asking = false
    }
  }
}
