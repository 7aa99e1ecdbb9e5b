// The time zone of the page: the one that its address or a setting chose, or the browser's own, which is noted for the server in a cookie.

const { zone: chosen, usedZone } = document.documentElement.dataset

let found = null
const own = () => found ??= Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Its name. Like the first format of times, the first question takes a browser up to 50 ms. */
export const zone = () => chosen || own()

/**
 * A format of times in the page's zone, made when it is first used.
 * @returns {() => Intl.DateTimeFormat}
 */
export const timeFormat = (locale, options) => {
  let made = null
  return () => made ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: zone() })
}

const shown = timeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }) // 2018-03-05 14:30:05

/** How far clocks of the zone are ahead of UTC at this time, in milliseconds. */
export const offsetAt = time => {
  const whole = Math.floor(time / 1000) * 1000
  return Date.parse(`${shown().format(whole).replace(' ', 'T')}Z`) - whole
}

/** Notes the browser's zone where the server used another one. */
export function noteZone() {
  const note = `sacredboard-zone=${encodeURIComponent(own())}`
  const isNoted = () => document.cookie.split('; ').includes(note)
  if (chosen || own() === usedZone || isNoted()) return
  document.cookie = `${note}; path=/; max-age=31536000; samesite=lax`
  // Only a query that asks for days or times has another answer in another zone. Without cookies the page stays as it is, and says so.
  if (document.querySelector('[data-query-zone]') && isNoted()) location.reload()
}

// All names that the browser knows, once somebody looks for one.
document.addEventListener('toggle', event => {
  const names = event.target.matches?.('[data-zone-menu][open]') && event.target.querySelector('[data-zones]:empty')
  if (names) names.append(...Intl.supportedValuesOf('timeZone').map(name => new Option(name, name)))
}, true)
