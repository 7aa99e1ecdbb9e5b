// The curves of many runs or groups of runs for one chart, from the API. Names and what is hidden come from the legend.
import { wholeText } from '../shared/numbers.js'
import { unpacked } from '../charts/series.js'
import { addSource } from '../charts/sources.js'
import { styleOf } from '../charts/theme.js'

const MAX_ADDRESS = 6000 // servers and proxies refuse longer ones

/** The lines of the legend by the keys of their curves. */
export const legendLines = () => new Map([...document.querySelectorAll('[data-curve-key]')].map(line => [line.dataset.curveKey, line]))

/** Asks with a body what an address cannot hold. */
function ask(address) {
  const url = new URL(address, location.href)
  if (url.href.length <= MAX_ADDRESS) return fetch(url)
  const body = {}
  for (const name of new Set(url.searchParams.keys())) body[name] = url.searchParams.getAll(name)
  return fetch(url.pathname, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
}

async function read(address) {
  try {
    const response = await ask(address)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

const before = ({ joined }) => !joined ? '' : ` with ${joined.length === 2 ? `#${joined[0].run}` : `${joined.length - 1} runs`} before it`

const curveOf = (curve, lines) => ({
  key: curve.run,
  label: (lines.get(curve.run)?.querySelector('[data-run-link]')?.textContent ?? `#${curve.run}`) + before(curve),
  joined: curve.joined,
  ...styleOf(curve),
  x: curve.x,
  y: curve.y,
  breaks: curve.breaks,
  marks: curve.marks,
  smoothed: curve.smoothed ?? undefined
})

const groupOf = group => ({
  key: group.key,
  label: `${group.name}, ${group.runs.length} ${group.runs.length === 1 ? 'run' : 'runs'}`,
  ...styleOf(group),
  x: group.x,
  y: group.mid,
  breaks: [],
  marks: [],
  band: group.low.length ? { low: group.low, high: group.high } : undefined,
  n: group.n
})

const listeners = []

/** Calls the listener with the curves of a chart each time they are there. */
export const onCurves = listener => listeners.push(listener)

/** What is drawn, in words. */
function pointsText({ curves, groups, columns, left }) {
  const points = wholeText(curves.reduce((sum, { count }) => sum + count, 0))
  const isReduced = curves.some(({ reduced }) => reduced)
  const parts = groups.length
    ? [`${groups.length} ${groups.length === 1 ? 'group' : 'groups'} of ${new Set(groups.flatMap(({ runs }) => runs)).size} runs, all points`]
    : [`${curves.length} ${curves.length === 1 ? 'run' : 'runs'}`, `${points} points${isReduced ? `, the lowest and highest of each part of ${columns} px` : ', exact'}`]
  if (left > 0) parts.push(`${wholeText(left)} more runs left out`)
  return parts.join(', ')
}

function curvesSource(figure) {
  return {
    async read(query) {
      const base = figure.closest('[data-curves]').dataset.curves
      query.set('metric', figure.dataset.metric)
      const answer = await read(`${base}${base.includes('?') ? '&' : '?'}${query}`)
      if (!answer) return null
      const lines = legendLines()
      const curves = answer.groups?.length ? answer.groups.map(groupOf) : answer.curves.map(curve => curveOf(unpacked(curve), lines))
      figure.querySelector('[data-points]').textContent = curves.length ? pointsText({ groups: [], ...answer }) : ''
      for (const listener of listeners) listener(curves)
      const { from, to, low, high } = answer
      const hidden = [...lines].filter(([, line]) => line.dataset.hidden === 'true').map(([key]) => key)
      const joined = answer.curves.map(curve => curve.joined).filter(Boolean)
      return { curves, from, to, low, high, joined, hiddenKeys: hidden }
    },
    problem: ({ x }) => x === 'time' || x === 'relative' ? 'None of these runs has this metric with times.' : 'None of these runs has this metric.'
  }
}

addSource('curves', curvesSource)
