/** A series or line with its x again, for which compact answers have differences. */
function unpackedLine(line) {
  if (!line?.dx) return line
  let at = 0
  return { ...line, x: line.dx.map(step => at += step) }
}

/** A series as without compact=true. */
export const unpacked = series => ({ ...unpackedLine(series), smoothed: unpackedLine(series.smoothed) })

/** The points of a metric as the API gives them; null when the server does not answer or reports an error. */
export async function readSeries(url) {
  try {
    const response = await fetch(url)
    return response.ok ? unpacked(await response.json()) : null
  } catch {
    return null
  }
}
