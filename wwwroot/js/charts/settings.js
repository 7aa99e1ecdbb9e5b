// The settings of charts are in the address of the page, and in its links to other pages of runs.
const usual = {
  x: 'step', xscale: 'linear', yscale: 'linear', smooth: '', yrange: 'full', order: 'auto', join: '', together: '', across: '',
  filter: '', combine: ''
}
const kept = [...Object.keys(usual), 'log', 'zoom', 'range', 'pin']
const links = '[data-previous], [data-next], [data-tab-link], [data-difference] h2 a, .more'

const parameters = () => new URLSearchParams(location.search)

/** A name may contain colons, a number cannot. */
const nameOf = zoom => zoom.split(':').slice(0, -2).join(':')

/** Changes the address, and the links that carry its settings on. */
export function keep(change) {
  // The address of a table says what its rows are; a zoom of the chart beside it is not kept.
  if (document.querySelector('[data-table-charts]')) return
  const url = new URL(location.href)
  change(url.searchParams)
  history.replaceState(history.state, '', url)
  for (const link of document.querySelectorAll(links)) {
    const to = new URL(link.href)
    for (const name of kept) {
      to.searchParams.delete(name)
      for (const value of url.searchParams.getAll(name)) to.searchParams.append(name, value)
    }
    link.setAttribute('href', to.pathname + to.search)
  }
}

// htmx requests the address that a link had when it was found.
document.addEventListener('htmx:configRequest', ({ detail }) => {
  if (detail.boosted && detail.elt.matches(links)) detail.path = detail.elt.getAttribute('href')
})

/** The settings of all charts, as the address says. */
export function readSettings() {
  const now = parameters()
  const read = Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, now.get(name) ?? value]))
  if (now.get('log') === 'true') read.yscale = 'log'
  return read
}

/** Writes settings into the address; usual ones are left out. */
export function keepSettings(settings) {
  keep(now => {
    // Windows are in units of the axis.
    if (settings.x !== undefined && (now.get('x') ?? usual.x) !== settings.x) now.delete('zoom')
    if (settings.yscale !== undefined) now.delete('log')
    for (const [name, value] of Object.entries(settings)) {
      if (value === usual[name]) now.delete(name)
      else now.set(name, value)
    }
  })
}

function pairOf(name, key) {
  const found = parameters().getAll(name).find(one => nameOf(one) === key)
  const [least, most] = found?.split(':').slice(-2).map(Number) ?? []
  return least < most ? [least, most] : null
}

// The window of all charts that are zoomed together.
const ALL = '*'

/** The window of a chart in the address: { from, to, low, high } as far as they are set, or null. */
export function windowOf(key, x) {
  const sideways = (parameters().get('x') ?? usual.x) === x ? pairOf('zoom', key) ?? pairOf('zoom', ALL) : null
  const upwards = pairOf('range', key)
  return sideways || upwards
    ? { ...sideways && { from: sideways[0], to: sideways[1] }, ...upwards && { low: upwards[0], high: upwards[1] } }
    : null
}

export function keepWindow(key, { x, together }, window) {
  if ((parameters().get('x') ?? usual.x) !== x) return
  keep(now => {
    const set = (name, owner, least, most) => {
      const others = now.getAll(name).filter(one => nameOf(one) !== owner && nameOf(one) !== key)
      now.delete(name)
      for (const one of least === undefined ? others : [...others, `${owner}:${least}:${most}`]) now.append(name, one)
    }
    set('zoom', together ? ALL : key, window?.from, window?.to)
    set('range', key, window?.low, window?.high)
  })
}
