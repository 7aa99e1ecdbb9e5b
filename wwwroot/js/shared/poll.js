// Polls for changes: not in a hidden tab, and with growing pauses while the server does not answer.
import { clockText, serverNow } from './times.js'

export const PAUSE = 2000
const MAX_WAIT = 20 // seconds after which the server answers that nothing changed
const MAX_PAUSE = 30000

/** Shows in the header since when the server does not answer. */
function showAway(since) {
  const live = document.querySelector('[data-region="live"]')
  if (!live) return
  live.dataset.phase = 'away'
  live.querySelector('[data-live-text]').textContent = `no answer since ${clockText(since)}, trying again`
  live.querySelector('time')?.remove()
}

/** Shows the time of the last answer, on a page that is live. */
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
   * url: null while there is nothing to poll; apply: called with each answer; pause: milliseconds between two requests;
   * mayWait: whether the server may hold the answer until something changes; back: called when the server answers again
   */
  constructor(page) {
    this.page = { pause: () => PAUSE, mayWait: () => false, back() {}, ...page }
    document.addEventListener('visibilitychange', () => document.hidden ? this.stop() : this.start())
    // What htmx has just inserted is current.
    document.addEventListener('htmx:afterSwap', () => this.start(this.page.pause()))
    if (!document.hidden) this.start(this.page.pause())
  }

  /** Starts polling after a delay in milliseconds, and aborts a request that is under way. */
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
