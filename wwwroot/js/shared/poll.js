// Asks again and again for what changed; not at all in a hidden tab, and ever more slowly while the server is away.
import { clockText, serverNow } from './times.js'

export const PAUSE = 2000
const MAX_WAIT = 20 // seconds that the server may wait before it says that nothing changed
const MAX_PAUSE = 30000

/** Says in the header that the server does not answer, and since when. */
function showAway(since) {
  const live = document.querySelector('[data-region="live"]')
  if (!live) return
  live.dataset.phase = 'away'
  live.querySelector('[data-live-text]').textContent = `no answer since ${clockText(since)}, trying again`
  live.querySelector('time')?.remove()
}

/** The time of the last good answer, where the page is live. */
function showAnswered() {
  const time = document.querySelector('[data-region="live"][data-phase="live"] time')
  if (!time) return
  time.dateTime = new Date(serverNow()).toISOString()
  time.textContent = clockText(serverNow())
}

export class Poll {
  #timer = 0
  #request = null
  #failures = 0
  #answered = serverNow()

  /**
   * @param {{url: () => ?string, apply: (html: string) => void, pause?: () => number, mayWait?: () => boolean, back?: () => void}} page
   * where to ask, null while there is nothing to ask for; what to do with the answer; the milliseconds between two questions;
   * whether the server may keep an answer back until something changes; what to do when it is back after it was away
   */
  constructor(page) {
    this.page = { pause: () => PAUSE, mayWait: () => false, back() {}, ...page }
    document.addEventListener('visibilitychange', () => document.hidden ? this.stop() : this.start())
    // What htmx has put in is as new as can be.
    document.addEventListener('htmx:afterSwap', () => this.start(this.page.pause()))
    if (!document.hidden) this.start(this.page.pause())
  }

  /** Asks after so many milliseconds, and then on and on. Forgets a request that is under way. */
  start(delay = 0) {
    this.stop()
    this.#timer = setTimeout(() => this.#ask(), delay)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#request = null
  }

  async #ask() {
    const url = this.page.url()
    if (url === null) return
    const request = this.#request = new AbortController()
    const started = performance.now()
    const waits = this.page.mayWait() && this.#failures === 0
    try {
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout((MAX_WAIT + 15) * 1000)])
      const response = await fetch(waits ? `${url}&wait=${MAX_WAIT}` : url, { signal, headers: { Accept: 'text/html' } })
      if (!response.ok) throw new Error(String(response.status))
      const html = response.status === 204 ? null : await response.text()
      if (request.signal.aborted) return
      if (html !== null) this.page.apply(html)
      if (this.#failures > 0) this.page.back()
      this.#failures = 0
      this.#answered = serverNow()
      showAnswered()
    } catch {
      if (request.signal.aborted) return
      this.#failures++
      if (this.#failures > 1) showAway(this.#answered)
    }
    const pause = this.#failures > 0 ? Math.min(MAX_PAUSE, PAUSE * 2 ** (this.#failures - 1)) : this.page.pause()
    this.start(Math.max(200, pause - (performance.now() - started)))
  }
}
