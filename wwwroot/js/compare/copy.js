// Copies the table of a comparison in a format for papers and spreadsheets.
import { copyText } from '../shared/copy.js'

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy-file]')
  if (!button) return
  try {
    const answer = await fetch(button.dataset.copyFile)
    if (!answer.ok) throw new Error(answer.statusText)
    await copyText(button, await answer.text())
  } catch {
    button.dataset.copied = 'not read'
    setTimeout(() => delete button.dataset.copied, 1200)
  }
})
