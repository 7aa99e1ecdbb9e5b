// Keeps runs selected while rows are swapped and while other pages of the table are shown.
const form = document.querySelector('[data-selection]')
const said = form.querySelector('[data-selected]')
const chosen = new Set()

const boxes = () => [...document.querySelectorAll('[data-select]')]

function show() {
  const here = new Set()
  for (const box of boxes()) {
    here.add(box.value)
    if (box.checked !== chosen.has(box.value)) box.checked = chosen.has(box.value)
    box.closest('tr').classList.toggle('selected', box.checked)
  }
  for (const old of form.querySelectorAll('[data-elsewhere]')) old.remove()
  const elsewhere = [...chosen].filter(id => !here.has(id))
  for (const id of elsewhere) {
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: 'ids', value: id })
    field.dataset.elsewhere = ''
    form.append(field)
  }
  form.classList.toggle('shown', chosen.size > 0)
  const text = `${chosen.size} selected`
  if (said.textContent !== text) said.textContent = text
}

document.addEventListener('change', event => {
  if (!event.target.matches?.('[data-select]')) return
  if (event.target.checked) chosen.add(event.target.value)
  else chosen.delete(event.target.value)
  show()
})

form.addEventListener('reset', () => {
  chosen.clear()
  show()
})

// The browser may have restored checked boxes after navigating back.
for (const box of boxes()) if (box.checked) chosen.add(box.value)
show()
new MutationObserver(changes => {
  if (changes.some(change => !form.contains(change.target))) show()
}).observe(document.getElementById('main'), { childList: true, subtree: true })
