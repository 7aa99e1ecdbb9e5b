import { requestPart } from '../shared/part.js'
import { isPlainClick } from '../shared/rows.js'
import { show } from './view.js'

const PAUSE = 150 // milliseconds without a change before the server is asked what can be done

/** More runs than this can only be selected as all that match. */
export const MANY = 200

/** What can be done with the selected runs, which the server knows: its buttons and links. */
export class SelectionActions {
  #asked = null
  #timer = 0
  #request = null

  /** @param {HTMLElement} place holds the actions for browsers without scripts at first */
  constructor(place) {
    this.place = place
    place.replaceChildren()
    // In place, so that the runs stay selected.
    place.addEventListener('click', event => {
      const link = event.target.closest('[data-selection-only]')
      if (!link || !isPlainClick(event)) return
      event.preventDefault()
      show(link.href)
    })
  }

  /**
   * @param {?string} base the address of the actions for all that match; null for none
   * @param {string[]} ids the selected runs; none for all that match
   */
  show(base, ids) {
    if (base === null || ids.length > MANY) return this.#forget()
    const url = new URL(base, location.href)
    for (const id of ids) url.searchParams.append('ids', id)
    if (url.href === this.#asked) return undefined
    this.#stop()
    // What is offered is for other runs until the server answers.
    this.place.inert = true
    this.#asked = url.href
    this.#timer = setTimeout(() => this.#fetch(url.href), PAUSE)
    return undefined
  }

  async #fetch(url) {
    this.#request = new AbortController()
    const { signal } = this.#request
    try {
      const response = await requestPart(url, signal)
      if (!response.ok) throw new Error(String(response.status))
      this.place.innerHTML = await response.text()
      this.place.inert = false
    } catch {
      if (!signal.aborted) this.#forget()
    }
  }

  #stop() {
    clearTimeout(this.#timer)
    this.#request?.abort()
  }

  #forget() {
    this.#stop()
    this.#asked = null
    this.place.replaceChildren()
  }
}
