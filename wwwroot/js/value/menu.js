// The menu of a value: filters runs by it, shows its field as a column, groups by it. The buttons of the form "pick" open it.
import { show } from '../runs/view.js'
import { requestPart } from '../shared/part.js'
import { isPlainClick, revealColumn } from '../shared/rows.js'

const menu = document.createElement('div')
menu.className = 'menu-items value-popover'
menu.popover = 'auto'
document.getElementById('main').append(menu)

const links = () => [...menu.querySelectorAll('a')]

function place(button) {
  const [at, own] = [button.getBoundingClientRect(), menu.getBoundingClientRect()]
  const below = at.bottom + 4 + own.height <= innerHeight
  menu.style.left = `${Math.max(4, Math.min(at.left, innerWidth - own.width - 4))}px`
  menu.style.top = `${below ? at.bottom + 4 : Math.max(4, at.top - own.height - 4)}px`
}

/** @param {HTMLButtonElement} button names a run and a field, as 42:optimizer.lr */
export async function openMenu(button) {
  const url = `${button.form.getAttribute('action')}?${new URLSearchParams(new FormData(button.form, button))}`
  const response = await requestPart(url).catch(() => null)
  menu.innerHTML = response?.ok ? await response.text() : '<p class="value-title">This cannot be filtered by.</p>'
  if (!button.isConnected) return
  menu.showPopover()
  place(button)
  links()[0]?.focus()
}

document.addEventListener('click', event => {
  const button = event.target.closest?.('button[form="pick"]')
  if (!button) return
  event.preventDefault()
  openMenu(button)
})

menu.addEventListener('click', async event => {
  const link = event.target.closest('a')
  if (!link || !isPlainClick(event) || !document.getElementById('view')) return
  event.preventDefault()
  menu.hidePopover()
  await show(link.href)
  const heading = link.dataset.choice === 'column' && [...document.querySelectorAll('th[data-column]')].at(-1)
  if (heading) revealColumn(heading)
})

menu.addEventListener('keydown', event => {
  // The keys of the table below it are not meant.
  event.stopPropagation()
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const all = links()
  all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus()
})

// It stands beside a button, which scrolls away.
document.addEventListener('scroll', event => {
  if (!menu.contains(event.target) && menu.matches(':popover-open')) menu.hidePopover()
}, { capture: true, passive: true })
