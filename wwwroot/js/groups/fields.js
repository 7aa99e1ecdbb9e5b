// Completes the fields of the menu that groups runs. The menu is swapped, so a field is completed from its first focus on.
import { Combobox } from '../query/combobox.js'
import { suggest } from '../query/suggest.js'

const known = new WeakSet()

/** The part between commas that the caret is in; a comma in quotes is part of a name. */
function partAt(text, caret) {
  const ends = [...text.matchAll(/"(?:\\.|[^"\\])*"?|,/g)].filter(([found]) => found === ',').map(comma => comma.index)
  const from = (ends.findLast(end => end < caret) ?? -1) + 1
  const start = from + /^ */.exec(text.slice(from))[0].length
  return { from: Math.min(start, caret), to: ends.find(end => end >= caret) ?? text.length }
}

const isWanted = {
  fields: item => ['field', 'metric', 'function'].includes(item.kind),
  config: item => item.root === 'config',
}

const ask = isItem => async (text, caret, signal) => {
  const { from, to } = partAt(text, caret)
  const answer = await suggest(text.slice(from, to), caret - from, signal)
  const items = answer.items.filter(isItem).map(item => ({ ...item, after: '' }))
  return { from: from + answer.from, to: from + answer.to, items }
}

document.addEventListener('focusin', event => {
  const isItem = isWanted[event.target.dataset?.complete]
  if (!isItem || known.has(event.target)) return
  known.add(event.target)
  new Combobox(event.target, { ask: ask(isItem) })
})
