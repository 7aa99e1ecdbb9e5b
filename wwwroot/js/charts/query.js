// What a card asks the API for.

const usual = { xscale: 'linear', yscale: 'linear', smooth: '', yrange: 'full', order: 'auto', join: '' }
const pixels = length => Math.max(50, Math.round(length * devicePixelRatio))

/** @returns {URLSearchParams} the parameters for a card's settings, window and size; usual ones are left out */
export function queryOf({ area, figure, settings, window, source }) {
  const query = new URLSearchParams({ x: settings.x, columns: pixels(area.clientWidth || figure.clientWidth), compact: true })
  query.set('rows', pixels(area.clientHeight || 190))
  for (const [name, value] of Object.entries(usual)) {
    if ((settings[name] ?? value) !== value) query.set(name, settings[name])
  }
  for (const name of ['from', 'to', 'low', 'high']) if (window?.[name] !== undefined) query.set(name, window[name])
  // A window stays where it is.
  if (source.grows?.() && window?.from === undefined) query.set('grow', 'true')
  return query
}

/** Fits the drawing of a card to its area, and loads the card again whenever that gets another width, because it needs other points then. */
export function watchSize(card) {
  let settling = 0
  const sizes = new ResizeObserver(([{ contentRect }]) => {
    const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)]
    // Hidden for now.
    if (width === 0 || height === 0) return
    card.resize({ width, height })
    clearTimeout(settling)
    settling = setTimeout(() => {
      if (card.plot?.chart && queryOf(card).get('columns') !== card.columns) card.load()
    }, 150)
  })
  try {
    // Also when the page moves to a screen with other pixels.
    sizes.observe(card.area, { box: 'device-pixel-content-box' })
  } catch {
    sizes.observe(card.area)
  }
  return sizes
}
