// A text field with suggestions: arrows choose, Enter and Tab take, Escape closes.
import { Suggestions } from './suggestions.js'

const PAUSE = 120 // milliseconds without a key before suggestions are requested

export class Combobox {
  #list
  #shown = null // the state of the field that the list is for, and the range of text that a suggestion replaces
  #timer = 0
  #request = null

  /**
   * @param {HTMLInputElement} input with the id of its list in data-list
   * @param {{ask: (text: string, at: number, signal: AbortSignal) => Promise<{from: number, to: number, items: object[]}>}} source
   */
  constructor(input, source) {
    this.input = input
    this.source = source
    this.#list = new Suggestions(input, item => this.#take(item))
    input.addEventListener('input', () => this.#askSoon())
    input.addEventListener('keydown', event => this.#key(event))
    // The caret moved, so the suggestions are outdated.
    input.addEventListener('keyup', event => {
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) && this.#list.isOpen) this.#askSoon()
    })
    input.addEventListener('click', () => {
      if (this.#list.isOpen) this.#askSoon()
    })
    input.addEventListener('blur', () => this.close())
  }

  close() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#list.close()
  }

  #askSoon(pause = PAUSE) {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#timer = setTimeout(() => this.#ask(), pause)
  }

  /** @param {object} [chosen] a suggestion to take if the answer has it too */
  async #ask(chosen) {
    const request = this.#request = new AbortController()
    const state = this.#state()
    let answer
    try {
      answer = await this.source.ask(this.input.value, this.input.selectionStart, request.signal)
    } catch {
      return // aborted, or the server does not answer
    }
    if (request.signal.aborted || state !== this.#state() || document.activeElement !== this.input) return
    this.#shown = { state, from: answer.from, to: answer.to }
    this.#list.show(answer.items)
    const item = chosen && answer.items.find(other => other.text === chosen.text)
    if (item) this.#take(item)
  }

  /** The text and the position of the caret. */
  #state() {
    return `${this.input.selectionStart}:${this.input.value}`
  }

  #key(event) {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && this.#list.isOpen) {
      this.#list.move(step)
    } else if (event.key === 'ArrowDown' || (event.key === ' ' && event.ctrlKey)) {
      this.#askSoon(0)
    } else if (['Enter', 'Tab'].includes(event.key) && this.#list.isOpen && this.#list.active && !event.shiftKey) {
      this.#take(this.#list.active)
    } else if (event.key === 'Escape' && this.#list.isOpen) {
      this.close()
    } else {
      if (event.key === 'Enter') this.close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  #take(item) {
    if (!item) return undefined
    if (this.#shown.state !== this.#state()) {
      // The text changed since the suggestions were requested, and with it the range that this one replaces.
      clearTimeout(this.#timer)
      this.#request?.abort()
      return this.#ask(item)
    }
    const { from, to } = this.#shown
    const rest = this.input.value.slice(to)
    const after = item.after ?? ''
    const there = after !== '' && rest.startsWith(after)
    this.input.setRangeText(item.text + (there ? '' : after), from, to, 'end')
    if (there) this.input.setSelectionRange(from + item.text.length + after.length, from + item.text.length + after.length)
    this.close()
    return this.input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}
