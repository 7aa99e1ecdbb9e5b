// The part of a chart that is shown: { from, to } along x, { low, high } along y, or both; null for all of it.

/** Without the digits that make no difference in a range. */
function rounded(value, range) {
  const decimals = Math.ceil(3 - Math.log10(range))
  return decimals > 0 && decimals <= 15 ? Number(value.toFixed(decimals)) : decimals <= 0 ? Math.round(value) : value
}

/** The window after a change: null shows all, undefined edges show all along their axis. The same window when there is no change. */
export function changedWindow(window, change) {
  if (!change) return null
  const next = { ...window, ...change }
  for (const [least, most] of [['from', 'to'], ['low', 'high']]) {
    if (next[least] === undefined || next[most] === undefined) {
      delete next[least]
      delete next[most]
      continue
    }
    const range = next[most] - next[least]
    // A drag within one pixel of a chart zoomed to the end of what numbers can tell apart.
    if (!(range > 0)) return window
    Object.assign(next, { [least]: rounded(next[least], range), [most]: rounded(next[most], range) })
    if (!(next[least] < next[most])) return window
  }
  return Object.keys(next).length ? next : null
}
