// A text field with a list of suggestions under it, by the ARIA pattern of a combobox: arrows choose, Enter and Tab take, Escape closes.

const PAUSE = 120 // milliseconds without a key before suggestions are asked for

export class Combobox {
  #list
  #items = []
  #active = -1
  #shown = null // the text and the place of the caret that the list is for
  #timer = 0
  #request = null

  /**
   * @param {HTMLInputElement} input with the id of its list in data-list
   * @param {{ask: (text: string, at: number, signal: AbortSignal) => Promise<{from: number, to: number, items: object[]}>, taken?: () => void}} source
   */
  constructor(input, source) {
    this.input = input
    this.source = source
    this.#list = document.getElementById(input.dataset.list)
    this.#list.setAttribute('role', 'listbox')
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': this.#list.id, 'aria-expanded': 'false' })) input.setAttribute(name, value)
    input.addEventListener('input', () => this.#askSoon())
    input.addEventListener('keydown', event => this.#key(event))
    // The caret moved: what is offered is for another place.
    input.addEventListener('keyup', event => {
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key) && this.isOpen) this.#askSoon()
    })
    input.addEventListener('click', () => {
      if (this.isOpen) this.#askSoon()
    })
    input.addEventListener('blur', () => this.close())
    // The focus stays in the field.
    this.#list.addEventListener('mousedown', event => event.preventDefault())
    this.#list.addEventListener('click', event => {
      const option = event.target.closest('[role="option"]')
      if (option) this.#take(Number(option.dataset.index))
    })
  }

  get isOpen() {
    return !this.#list.hidden
  }

  close() {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#list.hidden = true
    this.#activate(-1)
    this.input.setAttribute('aria-expanded', 'false')
  }

  #askSoon(pause = PAUSE) {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#timer = setTimeout(() => this.#ask(), pause)
  }

  async #ask() {
    const request = this.#request = new AbortController()
    const place = this.#place()
    let answer
    try {
      answer = await this.source.ask(this.input.value, this.input.selectionStart, request.signal)
    } catch {
      return // outdated, or the server is away: then there are none
    }
    if (request.signal.aborted || place !== this.#place() || document.activeElement !== this.input) return
    this.#show(answer, place)
  }

  #place() {
    return `${this.input.selectionStart}:${this.input.value}`
  }

  #show({ from, to, items }, place) {
    this.#shown = { place, from, to }
    this.#items = items
    this.#list.replaceChildren(...items.map((item, index) => this.#option(item, index)))
    this.#list.hidden = items.length === 0
    this.#list.scrollTop = 0
    this.input.setAttribute('aria-expanded', String(this.isOpen))
    this.#activate(-1)
  }

  #option(item, index) {
    const option = document.createElement('li')
    option.id = `${this.#list.id}-${index}`
    option.dataset.index = index
    option.dataset.kind = item.kind
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    for (const [name, text] of [['suggestion', item.text], ['detail-text', item.detail], ['runs-count', item.count?.toLocaleString('en')]]) {
      if (text === null || text === undefined) continue
      const part = document.createElement(name === 'suggestion' ? 'bdi' : 'span')
      part.className = name
      part.textContent = text
      option.append(part, ' ')
    }
    return option
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false')
    this.#active = index
    const option = this.#list.children[index]
    if (!option) return this.input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    return this.input.setAttribute('aria-activedescendant', option.id)
  }

  #key(event) {
    if (event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && this.isOpen) {
      const places = this.#items.length + 1 // one more for none of them
      this.#activate((this.#active + 1 + step + places) % places - 1)
    } else if (event.key === 'ArrowDown' || (event.key === ' ' && event.ctrlKey)) {
      this.#askSoon(0)
    } else if (['Enter', 'Tab'].includes(event.key) && this.isOpen && this.#active >= 0 && !event.shiftKey) {
      this.#take(this.#active)
    } else if (event.key === 'Escape' && this.isOpen) {
      this.close()
    } else {
      if (event.key === 'Enter') this.close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  #take(index) {
    const item = this.#items[index]
    // Somebody typed on since: what would be replaced is no longer there.
    if (!item || this.#shown.place !== this.#place()) return this.#askSoon(0)
    const { from, to } = this.#shown
    const rest = this.input.value.slice(to)
    const after = item.after ?? ''
    const there = after !== '' && rest.startsWith(after)
    this.input.setRangeText(item.text + (there ? '' : after), from, to, 'end')
    if (there) this.input.setSelectionRange(from + item.text.length + after.length, from + item.text.length + after.length)
    this.close()
    this.source.taken?.()
    return this.input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}
