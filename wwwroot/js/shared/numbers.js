// Numbers in words of the page. By hand: a browser takes longer to make its own number format than to draw a chart.

/** A whole number with commas between thousands: 350,000. */
export const wholeText = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',')

/** Five digits of a number of at least 1, and K, M, B or T for thousands: 12.346K. */
export function shortText(value) {
  const thousands = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(5)))) / 3)
  const power = Math.min(thousands, 4)
  return `${Number((value / 1000 ** power).toPrecision(5))}${['', 'K', 'M', 'B', 'T'][power]}`
}
