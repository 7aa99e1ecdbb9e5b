// How many runs have the config or commit of the shown one: counted over all runs, so it is asked for when the page is there.
import { onContent } from '../shared/swap.js'

function read(root) {
  for (const list of root.querySelectorAll('[data-alike]:not([data-read])')) {
    list.dataset.read = ''
    fetch(list.dataset.alike).then(async response => {
      if (response.ok) list.innerHTML = await response.text()
      list.closest('[data-alike-section]').hidden = list.children.length === 0
    }, () => delete list.dataset.read)
  }
}

read(document)
onContent(read)
