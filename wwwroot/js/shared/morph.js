// Makes an element equal to another one by changing only what differs.

// The first of these attributes that an element has identifies it among its siblings.
const names = [
  'id', 'data-key', 'data-region', 'data-part', 'data-run', 'data-detail-of', 'data-group', 'data-column', 'data-metric',
  'data-distribution', 'data-pictures', 'data-logs', 'data-text', 'data-file'
]

// Changed by the user and by scripts, unknown to the server's HTML.
const keptAttributes = new Set(['open', 'aria-expanded', 'style'])
const keptClasses = ['open', 'selected', 'changed', 'no-match', 'undrawn', 'picked', 'drawn', 'large', 'full', 'read']

const isOwn = node => node.nodeType === Node.ELEMENT_NODE && 'own' in node.dataset
const keyOf = node => node.nodeType === Node.ELEMENT_NODE ? names.find(name => node.hasAttribute(name)) : undefined

/** Gives a parent exactly these children in this order, moving as few as possible. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes)
  for (const node of [...parent.childNodes]) if (!wanted.has(node)) node.remove()
  let place = parent.firstChild
  for (const node of nodes) {
    if (node === place) place = place.nextSibling
    else move(parent, node, place)
  }
}

/** Without moveBefore, an element that is moved loses its focus. */
function move(parent, node, place) {
  if (parent.moveBefore && node.isConnected) return parent.moveBefore(node, place)
  const focused = node.contains(document.activeElement) ? document.activeElement : null
  parent.insertBefore(node, place)
  return focused?.focus({ preventScroll: true })
}

/** Names the children of one element: by key, or by node name and number among those of that name. */
function namer() {
  const counts = {}
  return node => {
    const key = keyOf(node)
    if (key) return `${node.nodeName} ${key}=${node.getAttribute(key)}`
    const kind = node.nodeName === 'BUTTON' ? `BUTTON ${node.value}` : node.nodeName
    counts[kind] = (counts[kind] ?? 0) + 1
    return `${kind} ${counts[kind]}`
  }
}

/** The new children, replaced by the old ones of the same name; elements of scripts stay after the sibling they follow. */
function mergeChildren(now, next) {
  const [name, nameNext] = [namer(), namer()]
  const known = new Map([...now.childNodes].filter(node => !isOwn(node) || keyOf(node)).map(node => [name(node), node]))
  const children = [...next.childNodes].map(fresh => {
    const old = known.get(nameNext(fresh))
    if (old) morph(old, fresh)
    return old ?? fresh
  })
  for (const own of [...now.children].filter(node => isOwn(node) && !children.includes(node))) {
    const before = own.previousSibling
    if (!before || children.includes(before)) children.splice(before ? children.indexOf(before) + 1 : 0, 0, own)
  }
  return children
}

function morphAttributes(now, next) {
  const classes = keptClasses.filter(name => now.classList.contains(name) && !next.classList.contains(name))
  if (classes.length) next.classList.add(...classes)
  for (const { name } of [...now.attributes]) {
    if (!next.hasAttribute(name) && !keptAttributes.has(name)) now.removeAttribute(name)
  }
  for (const { name, value } of next.attributes) {
    if (now.getAttribute(name) !== value && !keptAttributes.has(name)) now.setAttribute(name, value)
  }
}

/** Makes `now` equal to `next`, which is consumed. Elements with data-own and canvases belong to scripts and are not touched. */
export function morph(now, next) {
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue
  } else if (!isOwn(now) && now.nodeName !== 'CANVAS') {
    morphAttributes(now, next)
    arrange(now, mergeChildren(now, next))
  }
}
