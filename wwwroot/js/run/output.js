// The output tab: earlier parts on demand, new parts while the run runs.
import { copyText } from '../shared/copy.js'
import { isAtEnd, parse, toEnd } from '../shared/swap.js'

const rowCount = box => box.querySelectorAll('.row-text').length
const thousands = new Intl.NumberFormat('en')

/** Replaces the last `open` rows of a box by rows of HTML. Equal rows stay, and with them a selection. */
function appendRows(box, html, open) {
  const fresh = [...parse(html).children]
  const old = open > 0 ? [...box.querySelectorAll('.row-text')].slice(-open) : []
  let same = 0
  while (same < old.length && same < fresh.length && old[same].isEqualNode(fresh[same])) same++
  for (const row of old.slice(same)) row.remove()
  box.append(...fresh.slice(same))
}

async function loadEarlier(link, box) {
  link.setAttribute('aria-busy', 'true')
  const response = await fetch(link.href)
  link.removeAttribute('aria-busy')
  if (!response.ok) return
  const page = parse(await response.text())
  const height = box.scrollHeight
  const chunk = document.createElement('span')
  chunk.className = 'chunk'
  chunk.append(...page.querySelector('[data-rows]').childNodes)
  box.prepend(chunk)
  box.scrollTop += box.scrollHeight - height
  const next = page.querySelector('[data-earlier]')
  if (next) {
    link.setAttribute('href', next.getAttribute('href'))
    link.textContent = next.textContent
  } else {
    link.remove()
  }
}

/** @returns {() => Promise<void>} fetches new rows until there are no more */
export function startFollowing(output) {
  const box = output.querySelector('[data-rows]')
  const follow = output.querySelector('[data-follow]')
  const whole = !output.querySelector('[data-later]')

  output.addEventListener('click', event => {
    const earlier = event.target.closest?.('[data-earlier]')
    if (earlier && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      loadEarlier(earlier, box)
    }
    const copy = event.target.closest?.('[data-copy-output]')
    if (copy) copyText(copy, box.textContent)
  })
  follow.addEventListener('change', () => follow.checked && toEnd(box))
  // Scrolling up ends following.
  box.addEventListener('wheel', event => { if (event.deltaY < 0) follow.checked = false }, { passive: true })
  output.querySelector('[data-wrap]').addEventListener('change', event => box.classList.toggle('unwrapped', !event.target.checked))
  const found = box.querySelector('[data-found]')
  if (found) found.scrollIntoView({ block: 'center' })
  else if (whole) toEnd(box)

  async function askForRows() {
    const { resume, length } = output.dataset
    const response = await fetch(`${output.dataset.output}/rows?resume=${resume}&length=${length}&raw=${output.dataset.raw}`)
    if (response.status === 204) return false
    if (!response.ok) return false
    const header = name => response.headers.get(`X-Output-${name}`)
    const keep = box.scrollTop
    const end = isAtEnd(box)
    if (header('Anew')) box.replaceChildren()
    appendRows(box, await response.text(), header('Anew') ? rowCount(box) : Number(output.dataset.open))
    Object.assign(output.dataset, { resume: header('Resume'), open: header('Open'), length: header('Length') })
    output.hidden = false
    document.querySelector('.empty[data-output]')?.remove()
    output.querySelector('[data-output-size]').textContent = `${thousands.format(header('Length'))} characters`
    if (follow.checked || end) toEnd(box)
    else box.scrollTop = keep
    return true
  }

  let asking = false
  return async function catchUp() {
    if (!whole || asking) return
    asking = true
    try {
      while (await askForRows());
    } catch {
      // The next change of the run tries again.
    } finally {
      asking = false
    }
  }
}
