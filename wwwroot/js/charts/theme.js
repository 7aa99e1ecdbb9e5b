// Charts read their colours from the style sheet, so that they follow the theme.

export function colours() {
  const style = getComputedStyle(document.documentElement)
  const read = name => style.getPropertyValue(name).trim()
  return {
    curve: number => read(`--curve-${number}`),
    text: read('--chart-text'),
    grid: read('--chart-grid'),
    background: read('--chart-background'),
    failed: read('--curve-8')
  }
}
