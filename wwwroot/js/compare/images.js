// The slider over numbered pictures: shows those of another number as it is moved.
import { parse, swapRegions } from '../shared/swap.js'

let request = null

async function show(form) {
  const number = form.elements.at.value
  form.querySelector('[data-shown]').textContent = number
  const url = new URL(location.href)
  url.searchParams.set('at', number)
  history.replaceState(history.state, '', url.href.replaceAll('%2C', ','))
  request?.abort()
  request = new AbortController()
  const response = await fetch(url, { signal: request.signal, headers: { Accept: 'text/html' } }).catch(() => null)
  if (response?.ok) swapRegions(parse(await response.text()))
}

document.addEventListener('input', event => {
  const form = event.target.closest?.('[data-image-series]')
  if (form) show(form)
})
