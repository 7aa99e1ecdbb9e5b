// One crosshair for all charts of the page that have the same x axis.

const plots = new Set()
let pending = null

export const join = plot => plots.add(plot)
export const leave = plot => plots.delete(plot)

function isInView({ area }) {
  const { top, bottom } = area.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** Shows the crosshair of all other plots at x; null ends it. Once for each frame, however often the pointer moves. */
export function shareHover(from, x) {
  if (!pending) requestAnimationFrame(() => {
    const { from, x } = pending
    pending = null
    for (const plot of plots) {
      if (plot === from || !plot.chart || plot.view.axis !== from.view?.axis) continue
      if (x === null || isInView(plot)) plot.showAt(x, null, true)
    }
  })
  pending = { from, x }
}
