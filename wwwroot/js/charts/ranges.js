// A fixed range of a chart's y axis, as two fields in its menu. Where one is empty, that edge fits the points.

const fields = card => card.figure.querySelector('[data-range]').elements

/** Fills the fields with the range in the address. */
export function showRange(card) {
  const { low, high } = fields(card)
  low.value = card.window?.low ?? ''
  high.value = card.window?.high ?? ''
}

const read = field => field.value.trim() === '' ? undefined : Number(field.value.trim().replace('−', '-'))

/** Draws with the range of the fields, and says what is wrong with it. */
export function setRange(card) {
  const edges = card.plot?.edges ?? { low: 0, high: 1 }
  const [low, high] = [read(fields(card).low), read(fields(card).high)]
  const isLog = card.settings.yscale === 'log'
  const problem = [low, high].some(edge => edge !== undefined && !Number.isFinite(edge)) ? 'An edge is a number, such as 0.5 or 1e-3.'
    : isLog && [low, high].some(edge => edge <= 0) ? 'A logarithmic axis begins above 0.'
      : (low ?? edges.low) >= (high ?? edges.high) ? 'The lower edge must be below the upper one.' : null
  card.figure.querySelector('[data-range-problem]').textContent = problem ?? ''
  if (problem) return false
  card.zoom(low === undefined && high === undefined ? { low: undefined, high: undefined }
    : { low: low ?? edges.low, high: high ?? edges.high })
  return true
}
