/** The runs that are selected: some of them by their ids, or all that match a query, however many these are. */
export class Selection extends EventTarget {
  #ids = new Set()
  #query = null
  #last = null

  /** The selected runs; none of them by name while {@link query} is set. */
  get ids() { return [...this.#ids] }

  /** The query whose runs are all selected; null while runs are selected one by one. */
  get query() { return this.#query }

  get isEmpty() { return this.#query === null && this.#ids.size === 0 }

  has(id) { return this.#query !== null || this.#ids.has(id) }

  /**
   * Selects or deselects runs. While all that match are selected, the shown ones are what remains of them.
   * @param {string[]} ids
   * @param {string[]} shown the runs of the page
   */
  set(ids, isSelected, shown) {
    if (this.#query !== null) this.#ids = new Set(shown)
    this.#query = null
    for (const id of ids) {
      if (isSelected) this.#ids.add(id)
      else this.#ids.delete(id)
    }
    this.#last = ids.at(-1) ?? this.#last
    this.#changed()
  }

  /** The runs from the one that was selected or deselected last to this one; only this one when the page no longer shows that. */
  rangeTo(id, shown) {
    const [from, to] = [shown.indexOf(this.#last), shown.indexOf(id)]
    return from < 0 ? [id] : from < to ? shown.slice(from, to + 1) : shown.slice(to, from + 1).reverse()
  }

  all(query) {
    this.#ids.clear()
    this.#query = query
    this.#changed()
  }

  clear() {
    this.#ids.clear()
    this.#query = null
    this.#last = null
    this.#changed()
  }

  #changed() { this.dispatchEvent(new Event('change')) }
}
