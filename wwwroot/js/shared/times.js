// Keeps ages and durations current, in the format of AgeText.cs and DurationText.cs, and shows exact times in the browser's zone, or in the
// one that the page's address or a setting chose.

import { noteZone, timeFormat, zone } from './zone.js'

const date = timeFormat('sv-SE', { dateStyle: 'short' }) // 2018-03-05

export function ageText(time, now) {
  const age = (now - time) / 1000
  const span = Math.abs(age)
  if (span >= 30 * 86400) return date().format(time)
  if (age < 1 && age > -60) return 'now'
  const text = span < 60 ? `${Math.floor(span)} s`
    : span < 3600 ? `${Math.floor(span / 60)} min`
      : span < 86400 ? `${Math.floor(span / 3600)} h`
        : `${Math.floor(span / 86400)} d`
  return age > 0 ? `${text} ago` : `in ${text}`
}

export function durationText(milliseconds) {
  const span = Math.abs(milliseconds) / 1000
  const whole = Math.floor(span)
  const [days, hours] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24]
  const [minutes, seconds] = [Math.floor(whole / 60) % 60, whole % 60]
  const text = span < 10 ? `${(Math.floor(span * 10) / 10).toFixed(1)} s`
    : span < 60 ? `${seconds} s`
      : span < 3600 ? `${minutes} m ${seconds} s`
        : span < 86400 ? `${hours} h ${String(minutes).padStart(2, '0')} m`
          : `${days} d ${hours} h`
  return milliseconds < 0 ? `−${text}` : text
}

// Ages are measured by the server's clock; the page has its time when it was rendered.
const made = document.querySelector('[data-server-time]')
const skew = made ? Date.parse(made.dataset.serverTime) - Date.now() : 0
export const serverNow = () => Date.now() + skew

const exact = timeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const clock = timeFormat('en-GB', { timeStyle: 'medium' })
const named = timeFormat('en', { timeZoneName: 'short' })

/** With the zone beside it: 23 Nov 2026, 12:00:51 GMT+1. */
const exactText = at => `${exact().format(at)} ${named().formatToParts(at).find(part => part.type === 'timeZoneName').value}`

export const clockText = time => clock().format(time)

function write(element, text) {
  if (element.textContent !== text) element.textContent = text
}

export function tick(root = document) {
  const now = serverNow()
  for (const element of root.querySelectorAll('time[data-age]')) write(element, ageText(Date.parse(element.dateTime), now))
  for (const element of root.querySelectorAll('[data-running-since]')) {
    // The clock of the machine that it runs on may be a little ahead.
    write(element, durationText(Math.max(0, now - Date.parse(element.dataset.runningSince))))
  }
}

/** Shows times as the browser's language writes them: on hover for ages, as text for exact times and times of day. */
export function localize(root = document) {
  for (const element of root.querySelectorAll('time[datetime]:not([data-local])')) {
    const at = new Date(element.dateTime)
    if (Number.isNaN(at.getTime())) continue
    element.dataset.local = ''
    element.title = `${exactText(at)}, ${zone()} (${element.dateTime})`
    if ('exact' in element.dataset) element.textContent = exactText(at)
    if ('clock' in element.dataset) element.textContent = clock().format(at)
  }
}

// Once what is urgent is done: the first format of times takes as long as several charts.
const later = globalThis.requestIdleCallback ?? setTimeout
later(() => {
  noteZone()
  localize()
  tick()
})
setInterval(() => {
  if (!document.hidden) tick()
}, 1000)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) tick()
})
