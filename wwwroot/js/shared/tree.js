// Searching and copying in the trees that ValueTree.cs writes. The listeners are on the document, so that they serve later trees too.
import { hasMoved } from './pointer.js'

const plainKey = /^[\p{L}\p{N}_\-/@:$]+$/u
const words = { True: 'true', False: 'false', None: 'null' }

const isNode = element => 'node' in element.dataset
const holder = node => node.matches('details') ? node.querySelector(':scope > summary') : node
const children = node => [...node.children].filter(isNode)
  .flatMap(child => child.dataset.kind === 'chunk' ? children(child) : [child])

function keyOf(node) {
  const key = holder(node).querySelector(':scope > .key')
  return node.dataset.key ?? key?.dataset.key ?? key?.textContent ?? ''
}

function pathOf(node) {
  const above = node.parentElement.closest('[data-node]')
  const before = above ? pathOf(above) : ''
  if (node.dataset.kind === 'chunk' || !holder(node).querySelector(':scope > .key')) return before
  const key = keyOf(node)
  if (above?.closest('[data-kind]:not([data-kind="chunk"])')?.dataset.kind === 'list') return `${before}[${key}]`
  const written = plainKey.test(key) ? key : `"${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  return before ? `${before}.${written}` : written
}

const textOf = node => node.querySelector(':scope > .value, :scope > .whole > .value')?.textContent ?? ''

/** The stored JSON of a node. */
function jsonOf(node, indent = '') {
  if (node.dataset.json !== undefined) return node.dataset.json
  const inner = `${indent}  `
  if (node.dataset.kind === 'object') {
    const members = children(node).map(child => `${inner}${JSON.stringify(keyOf(child))}: ${jsonOf(child, inner)}`)
    return members.length ? `{\n${members.join(',\n')}\n${indent}}` : '{}'
  }
  if (node.dataset.kind) {
    const items = children(node).map(child => inner + jsonOf(child, inner))
    return items.length ? `[\n${items.join(',\n')}\n${indent}]` : '[]'
  }
  const value = node.querySelector(':scope > .value')
  if (value?.classList.contains('number')) return value.textContent
  if (value?.classList.contains('word')) return words[value.textContent]
  return JSON.stringify(textOf(node))
}

const actions = document.createElement('span')
actions.className = 'node-actions'
actions.dataset.own = ''
actions.innerHTML = [['path', 'path'], ['value', 'value'], ['json', 'JSON']]
  .map(([what, label]) => `<button type="button" data-copy="${what}">${label}</button>`).join('')
  + '<button form="pick" name="of" data-pick>filter</button>'
const pick = actions.querySelector('[data-pick]')

function offerActions(target) {
  const node = target.closest?.('.tree [data-node]')
  if (!node || node.dataset.kind === 'chunk' || target.closest('.node-actions')) return
  const place = holder(node)
  if (place === actions.parentElement || !place.querySelector(':scope > .key')) return
  place.append(actions)
  const origin = node.closest('[data-of]')?.dataset.of
  const path = pathOf(node)
  pick.hidden = !origin || path.startsWith('[')
  pick.value = `${origin}.${path}`
}

async function copy(button, text) {
  const before = button.textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = 'copied'
  } catch {
    button.textContent = 'not allowed'
  }
  setTimeout(() => { button.textContent = before }, 1200)
}

function search(tree, text) {
  const wanted = text.trim().toLowerCase()
  let found = 0
  const visit = (node, shown) => {
    const own = holder(node)
    const hit = wanted !== '' && [...own.querySelectorAll(':scope > .key, :scope > .value, :scope > .whole')]
      .some(part => part.textContent.toLowerCase().includes(wanted))
    const inside = [...node.children].filter(isNode).map(child => visit(child, shown || hit)).some(Boolean)
    if (hit) found++
    node.classList.toggle('no-match', wanted !== '' && !hit && !inside && !shown)
    if (inside && wanted !== '' && node.matches('details')) node.open = true
    return hit || inside
  }
  for (const root of tree.querySelectorAll(':scope > .tree-body > [data-node]')) visit(root, false)
  tree.querySelector('[data-tree-found]').textContent = wanted === '' ? '' : found === 0 ? 'nothing found' : `${found} found`
}

document.addEventListener('mouseover', event => {
  if (hasMoved()) offerActions(event.target)
})
document.addEventListener('focusin', event => offerActions(event.target))
document.addEventListener('input', event => {
  if (event.target.matches('[data-tree-search]')) search(event.target.closest('.tree'), event.target.value)
})
/** Opens the levels down to one, and closes what is deeper. Parts of long lists are no level of their own. */
function openTo(tree, depth) {
  for (const details of tree.querySelectorAll('.tree-body details:not(.whole)')) {
    let level = 0
    for (let above = details.parentElement.closest('details'); above && tree.contains(above); above = above.parentElement.closest('details')) {
      if (above.dataset.kind !== 'chunk') level++
    }
    details.open = level < depth
  }
}

document.addEventListener('change', event => {
  if (event.target.matches('[data-tree-depth]') && event.target.value) openTo(event.target.closest('.tree'), Number(event.target.value))
})
document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-copy], [data-tree-open], [data-tree-copy]')
  const tree = button?.closest('.tree')
  if (!tree) return
  event.preventDefault()
  if ('treeCopy' in button.dataset) {
    copy(button, jsonOf(tree.querySelector('.tree-body > [data-node]')))
  } else if ('treeOpen' in button.dataset) {
    const all = [...tree.querySelectorAll('.tree-body details:not(.whole)')]
    const open = button.textContent === 'Expand all'
    for (const details of all) details.open = open
    button.textContent = open ? 'Collapse all' : 'Expand all'
  } else {
    const node = button.closest('[data-node]')
    const text = { path: pathOf, value: n => n.dataset.kind ? jsonOf(n) : textOf(n), json: jsonOf }[button.dataset.copy](node)
    copy(button, text)
  }
})
