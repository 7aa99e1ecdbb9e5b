// Marks values that a line cannot show: a tick at the bottom of the chart for NaN, an arrow at its top or bottom for ±∞.

export const marksPlugin = {
  id: 'marks',
  afterDatasetsDraw(chart) {
    const marks = chart.$marks ?? []
    if (!marks.length) return
    const { ctx, chartArea: { top, bottom, left, right }, scales: { x } } = chart
    ctx.save()
    ctx.fillStyle = ctx.strokeStyle = chart.$colours.failed
    ctx.globalAlpha = 0.75
    for (const mark of marks) {
      if (typeof mark.x !== 'number') continue
      const from = Math.max(left, x.getPixelForValue(mark.x))
      const to = Math.min(right, x.getPixelForValue(mark.to ?? mark.x))
      if (to < left || from > right) continue
      const up = mark.kind === 'Infinity'
      const edge = up ? top : bottom
      ctx.fillRect(from - 1, up ? edge : edge - 3, Math.max(2, to - from + 2), 3)
      if (!mark.kind.endsWith('Infinity')) continue
      const middle = (from + to) / 2
      ctx.beginPath()
      ctx.moveTo(middle, up ? edge + 3 : edge - 3)
      for (const side of [-4, 4]) ctx.lineTo(middle + side, up ? edge + 9 : edge - 9)
      ctx.fill()
    }
    ctx.restore()
  }
}
