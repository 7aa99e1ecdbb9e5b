// The list of suggestions under a text field, by the ARIA pattern of a combobox.
import { wholeText } from '../shared/numbers.js'

function optionOf(item, index, list) {
  const option = document.createElement('li')
  option.id = `${list.id}-${index}`
  option.dataset.index = index
  option.dataset.kind = item.kind
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const parts = [['suggestion', item.text], ['detail-text', item.detail], ['runs-count', Number.isFinite(item.count) ? wholeText(item.count) : null]]
  for (const [name, text] of parts) {
    if (text === null || text === undefined) continue
    const part = document.createElement(name === 'suggestion' ? 'bdi' : 'span')
    part.className = name
    part.textContent = text
    option.append(part, ' ')
  }
  return option
}

export class Suggestions {
  #input
  #list
  #items = []
  #active = -1

  /**
   * @param {HTMLInputElement} input with the id of its list in data-list
   * @param {(item: ?object) => void} take called with the suggestion that was clicked
   */
  constructor(input, take) {
    this.#input = input
    this.#list = document.getElementById(input.dataset.list)
    this.#list.setAttribute('role', 'listbox')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-haspopup', 'listbox')
    input.setAttribute('aria-controls', this.#list.id)
    input.setAttribute('aria-expanded', 'false')
    // Keeps the focus in the field.
    this.#list.addEventListener('mousedown', event => event.preventDefault())
    this.#list.addEventListener('click', event => {
      const option = event.target.closest('[role="option"]')
      if (option) take(this.#items[Number(option.dataset.index)])
    })
  }

  get isOpen() {
    return !this.#list.hidden
  }

  /** The suggestion that the arrow keys chose, if any. */
  get active() {
    return this.#items[this.#active]
  }

  /** Shows other suggestions; the chosen one stays chosen if it is among them. */
  show(items) {
    const chosen = this.active
    this.#items = items
    this.#list.replaceChildren(...items.map((item, index) => optionOf(item, index, this.#list)))
    this.#list.hidden = items.length === 0
    this.#list.scrollTop = 0
    this.#input.setAttribute('aria-expanded', String(this.isOpen))
    this.#activate(chosen ? items.findIndex(item => item.text === chosen.text) : -1)
  }

  close() {
    this.#list.hidden = true
    this.#activate(-1)
    this.#input.setAttribute('aria-expanded', 'false')
  }

  move(step) {
    const stops = this.#items.length + 1 // one more for none of them
    this.#activate((this.#active + 1 + step + stops) % stops - 1)
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false')
    this.#active = index
    const option = this.#list.children[index]
    if (!option) return this.#input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    return this.#input.setAttribute('aria-activedescendant', option.id)
  }
}
