// Charts read their colours from the style sheet, so that they follow the theme.

/** The dash styles of curves, for eyes that cannot tell their colours apart: solid, dashed, dotted, dash and dot. */
export const dashes = [[], [6, 3], [1.5, 2.5], [8, 3, 1.5, 3]]

const dashNames = ['solid', 'dashed', 'dotted', 'dash-dot']

/** How a curve is drawn, of the colour (1 to 10) and the dash that pages and the API name. */
export const styleOf = ({ colour, dash }) => ({ hue: colour - 1, dash: dashNames.indexOf(dash) })

/** The same as attributes of an element. */
export const attributesOf = ({ hue, dash }) => ({ colour: hue + 1, dash: dashNames[dash] })

let known = null

/** The colours of the theme. They are read once for each: reading them makes the browser bring all styles of the page up to date. */
export function colours() {
  const theme = document.documentElement.dataset.bsTheme
  if (known?.theme === theme) return known
  const style = getComputedStyle(document.documentElement)
  const read = name => style.getPropertyValue(name).trim()
  const curves = Array.from({ length: 10 }, (_, hue) => read(`--curve-${hue + 1}`))
  known = {
    theme,
    /** @param {number} hue 0 to 9 */
    curve: hue => curves[hue % 10],
    text: read('--chart-text'),
    grid: read('--chart-grid'),
    background: read('--chart-background'),
    failed: curves[7]
  }
  return known
}
