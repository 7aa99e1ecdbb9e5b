// The texts around a chart.

/** Shows the number of points and, unless only a window was read, the last value; both change while a run runs. */
export function showCounts(figure, series, isZoomed) {
  const points = figure.querySelector('[data-points]')
  points.textContent = `${series.count.toLocaleString('en')} ${series.count === 1 ? 'point' : 'points'}`
  if (series.count === Number(figure.dataset.count) || isZoomed) return
  figure.dataset.count = series.count
  figure.querySelector('[data-last]').textContent = String(Number(series.y.at(-1)?.toPrecision(6)))
}

/** Shows a note below the chart, or none when the text is null. */
export function showNote(figure, text) {
  let note = figure.querySelector('[data-note]')
  if (!note && text) {
    note = document.createElement('p')
    Object.assign(note.dataset, { note: '', own: '' })
    note.className = 'muted'
    note.setAttribute('role', 'status')
    figure.querySelector('.chart-foot').before(note)
  }
  if (note) note.textContent = text ?? ''
}
