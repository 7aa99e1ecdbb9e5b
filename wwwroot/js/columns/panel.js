import { flash } from '../runs/patch.js'
import { show } from '../runs/view.js'
import { requestPart } from '../shared/part.js'
import { revealColumn } from '../shared/rows.js'

/** The fields that a form sends, including its submit button. */
function fields(form, button) {
  const sent = new URLSearchParams(new FormData(form))
  if (button?.name) sent.append(button.name, button.value)
  return sent
}

/** The chooser beside the table. Sends one request at a time, so that no step is lost or applied to an older state. */
export class Panel {
  #queue = Promise.resolve()
  #find = ''
  #edit = null

  constructor(element, announcement) {
    this.element = element
    this.announcement = announcement
  }

  get isOpen() { return !this.element.hidden }

  async open() {
    await this.#ask({})
    if (!this.element.firstElementChild) return
    this.element.hidden = false
    this.element.querySelector('[data-key="find"]').focus()
  }

  close() {
    this.element.hidden = true
    this.element.replaceChildren()
    document.getElementById('columns-button')?.focus()
  }

  submit(form, button) {
    const sent = fields(form, button)
    if (form.matches('[data-find]')) this.#find = sent.get('find').trim()
    if (sent.has('close')) this.#edit = null
    else if (sent.has('edit')) this.#edit = button?.name === 'edit' ? button.value : this.#edit
    const steps = ['add', 'remove', 'up', 'down', 'set', 'name', 'numbers', 'digits', 'look', 'differ', 'usual']
    return this.#ask(Object.fromEntries(steps.filter(step => sent.has(step)).map(step => [step, sent.get(step)])))
  }

  step(name, field, more = {}) {
    return this.#ask({ [name]: field, ...more })
  }

  #ask(step) {
    this.#queue = this.#queue.then(() => this.#take(step)).catch(() => {
      this.announcement.textContent = 'The columns could not be fetched.'
    })
    return this.#queue
  }

  // The URL comes from the table as it is now, which may have changed since the chooser was opened.
  async #take(step) {
    const url = new URL(document.getElementById('columns-button').href)
    if (this.#find) url.searchParams.set('find', this.#find)
    if (this.#edit) url.searchParams.set('edit', this.#edit)
    for (const [name, value] of Object.entries(step)) url.searchParams.set(name, value)
    const response = await requestPart(url)
    if (!response.ok) throw new Error(String(response.status))
    this.#replace(await response.text())
    const chooser = this.element.querySelector('[data-columns]')
    if (!chooser.dataset.said) return
    this.announcement.textContent = chooser.dataset.said
    await this.#showTable(chooser.dataset.table, chooser.dataset.placed)
  }

  /** Keeps the table where it was scrolled to, and brings the column that was placed into view. */
  async #showTable(url, placed) {
    const before = document.querySelector('.table-scroll')
    const [left, top] = [before?.scrollLeft, before?.scrollTop]
    await show(url)
    document.querySelector('.table-scroll')?.scrollTo(left ?? 0, top ?? 0)
    const heading = [...document.querySelectorAll('th[data-column]')].find(one => one.dataset.column === placed)
    if (!heading) return
    revealColumn(heading)
    flash(heading)
  }

  /** Keeps open parts, scroll position and focus. */
  #replace(html) {
    const node = details => `${details.dataset.node}`
    const known = new Map([...this.element.querySelectorAll('details')].map(details => [node(details), details.open]))
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null
    const key = focused?.dataset.key
    const typed = focused?.matches('[data-key="find"]')
      ? { value: focused.value, from: focused.selectionStart, to: focused.selectionEnd }
      : null
    const scroll = this.element.scrollTop
    this.element.innerHTML = html
    if (!this.#find) {
      for (const details of this.element.querySelectorAll('details')) details.open = known.get(node(details)) ?? details.open
    }
    this.element.scrollTop = scroll
    if (key) this.#focus(key)
    if (!typed) return
    const find = this.element.querySelector('[data-key="find"]')
    find.value = typed.value
    find.setSelectionRange(typed.from, typed.to)
  }

  #focus(key) {
    const find = wanted => [...this.element.querySelectorAll('[data-key]')].find(element => element.dataset.key === wanted)
    const [, field] = /^\w+ (.*)$/s.exec(key) ?? []
    const place = find(key) ?? (key.startsWith('remove ') ? find('field ' + field) : null)
    if (place && place.checkVisibility()) place.focus()
    else this.element.querySelector('[data-key="find"]')?.focus()
  }
}
