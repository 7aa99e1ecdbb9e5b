// The settings of charts are in the address of the page, and in its links to other pages of runs.
const names = ['x', 'log', 'zoom']
const links = '[data-previous], [data-next], [data-tab-link], [data-difference] h2 a, .more'

const parameters = () => new URLSearchParams(location.search)

/** A name may contain colons, a number cannot. */
const nameOf = zoom => zoom.split(':').slice(0, -2).join(':')

function keep(change) {
  const url = new URL(location.href)
  change(url.searchParams)
  history.replaceState(history.state, '', url)
  for (const link of document.querySelectorAll(links)) {
    const to = new URL(link.href)
    for (const name of names) {
      to.searchParams.delete(name)
      for (const value of url.searchParams.getAll(name)) to.searchParams.append(name, value)
    }
    link.setAttribute('href', to.pathname + to.search)
  }
}

export function keepAxes(axis, log) {
  keep(now => {
    // Windows are in units of the axis.
    if ((now.get('x') ?? 'step') !== axis) now.delete('zoom')
    for (const [name, value] of [['x', axis === 'step' ? null : axis], ['log', log ? 'true' : null]]) {
      if (value) now.set(name, value)
      else now.delete(name)
    }
  })
}

/** The window of a chart in the address, or null. */
export function zoomOf(metric, axis) {
  const now = parameters()
  const zoom = (now.get('x') ?? 'step') === axis ? now.getAll('zoom').find(one => nameOf(one) === metric) : undefined
  const [from, to] = zoom?.split(':').slice(-2).map(Number) ?? []
  return from < to ? { from, to } : null
}

export function keepZoom(metric, axis, window) {
  if ((parameters().get('x') ?? 'step') !== axis) return
  keep(now => {
    const others = now.getAll('zoom').filter(one => nameOf(one) !== metric)
    now.delete('zoom')
    for (const zoom of window ? [...others, `${metric}:${window.from}:${window.to}`] : others) now.append('zoom', zoom)
  })
}
