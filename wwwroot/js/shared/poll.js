// Asks again and again for what changed: every two seconds while something goes on, else with one request that the server
// answers when something happens; not at all in a hidden tab, and ever more slowly while the server is away.
import { clockText, serverNow } from './times.js'

const LIVELY = 2000
const PATIENCE = 20 // seconds that the server may wait before it says that nothing changed
const SLOWEST = 30000

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
   * @param {{url: () => string, lively: () => boolean, apply: (html: string) => void, reload: () => void}} page
   * where to ask; whether something goes on; what to do with the answer; what to do when the server is back after it was away
   */
  constructor(page) {
    this.page = page
    document.addEventListener('visibilitychange', () => document.hidden ? this.stop() : this.start())
    if (!document.hidden) this.start(LIVELY)
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
    const request = this.#request = new AbortController()
    const started = performance.now()
    const lively = this.page.lively() || this.#failures > 0
    let next = LIVELY
    try {
      const url = this.page.url() + (lively ? '' : `&wait=${PATIENCE}`)
      const signal = AbortSignal.any([request.signal, AbortSignal.timeout((PATIENCE + 15) * 1000)])
      const response = await fetch(url, { signal, headers: { Accept: 'text/html' } })
      if (!response.ok) throw new Error(String(response.status))
      const html = response.status === 204 ? null : await response.text()
      if (request.signal.aborted) return
      if (html !== null) this.page.apply(html)
      if (this.#failures > 0) this.page.reload()
      this.#failures = 0
      this.#answered = serverNow()
      showAnswered()
    } catch {
      if (request.signal.aborted) return
      this.#failures++
      if (this.#failures > 1) showAway(this.#answered)
      next = Math.min(SLOWEST, LIVELY * 2 ** (this.#failures - 1))
    }
    this.start(Math.max(200, next - (performance.now() - started)))
  }
}
