// Buttons that copy the text of the element named in data-copy; trees handle their own buttons.

export async function copyText(button, text) {
  let said = 'copied'
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    said = 'not allowed'
  }
  const label = button.querySelector('span')
  if (!label) {
    button.dataset.copied = said
    setTimeout(() => delete button.dataset.copied, 1200)
    return
  }
  const before = label.dataset.before ?? label.textContent
  label.dataset.before = before
  label.textContent = said
  setTimeout(() => { label.textContent = before }, 1200)
}

document.addEventListener('click', async event => {
  const link = event.target.closest?.('[data-copy-from]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const response = await fetch(link.href).catch(() => null)
  if (response?.ok) copyText(link, await response.text())
})

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-copy]')
  if (button && !button.closest('.tree')) copyText(button, document.querySelector(button.dataset.copy).textContent)
})
