// Charts read their colours from the style sheet, so that they follow the theme.

/** The dash styles of curves, for eyes that cannot tell their colours apart: solid, dashed, dotted, dash and dot. */
export const dashes = [[], [6, 3], [1.5, 2.5], [8, 3, 1.5, 3]]

export function colours() {
  const style = getComputedStyle(document.documentElement)
  const read = name => style.getPropertyValue(name).trim()
  return {
    /** @param {number} hue 0 to 9 */
    curve: hue => read(`--curve-${hue % 10 + 1}`),
    text: read('--chart-text'),
    grid: read('--chart-grid'),
    background: read('--chart-background'),
    failed: read('--curve-8')
  }
}
