// The rows of a long output: only those near the visible ones are in the page, in blocks of equal numbers of rows.
import { BLOCK, blockOf, RowTexts } from './rowtexts.js'

const MAX_BLOCKS = 9
const MAX_HEIGHT = 12e6 // pixels; browsers limit how high an element may be

const span = (className, ...children) => {
  const element = document.createElement('span')
  element.className = className
  element.append(...children)
  return element
}

/** Replaces the rows of a block. Equal rows stay, and with them a selection. */
function renew(block, rows) {
  const old = [...block.children]
  let same = 0
  while (same < old.length && same < rows.length && old[same].isEqualNode(rows[same])) same++
  old.slice(same).forEach(row => row.remove())
  block.append(...rows.slice(same))
}

export class Lines {
  #box
  #above = span('space')
  #below = span('space')
  #blocks = [] // elements, one after the other; their numbers are #first, #first + 1, …
  #first = 0
  #texts
  #last = Promise.resolve()
  #isAsked = false

  /**
   * @param {HTMLElement} box holds rows of the server, and scrolls
   * @param {(block: number, count: number) => string} url the address of the rows of some blocks
   * @param {{first: number, total: number}} known the number of the first row in it, and of all rows
   */
  constructor(box, url, { first, total }) {
    this.#box = box
    this.#texts = new RowTexts(url)
    this.total = total
    this.marks = () => false
    this.#first = blockOf(first)
    const rows = [...box.children]
    for (let at = 0; at < rows.length; at += BLOCK) this.#blocks.push(span('block', ...rows.slice(at, at + BLOCK)))
    box.replaceChildren(this.#above, ...this.#blocks, this.#below)
    this.#place()
    box.addEventListener('scroll', () => this.#scrolled(), { passive: true })
  }

  get isAtEnd() {
    return this.#end >= this.total && this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight <= 24
  }

  /** The number of the first visible row, from 0. */
  get top() {
    const top = this.#box.scrollTop
    const row = this.#blocks.flatMap(block => [...block.children]).find(element => element.offsetTop + element.offsetHeight > top)
    return row ? Number(row.id.slice(1)) - 1 : 0
  }

  /** The element of a row, if it is in the page. */
  rowAt(row) {
    return this.#blocks[blockOf(row) - this.#first]?.children[row % BLOCK]
  }

  /** Marks the rows that are now to be marked. */
  mark() {
    for (const [index, block] of this.#blocks.entries()) this.#markIn(block, this.#first + index)
  }

  /** Scrolls to a row. @param {'start' | 'center' | 'end'} where it is to stand in the box */
  show(row, where) {
    return this.#next(() => this.#show(row, where))
  }

  toEnd() {
    return this.#next(async () => {
      await this.#show(this.total - 1, 'end')
      if (this.#end >= this.total) this.#box.scrollTop = this.#box.scrollHeight
    })
  }

  /** Takes over that the output has changed from a row on. */
  async change(change) {
    await this.#next(() => this.#change(change))
    this.#scrolled()
  }

  /** One work after the other: each reads rows, and then changes which are in the page. */
  #next(work) {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  async #show(row, where) {
    row = Math.max(0, Math.min(row, this.total - 1))
    const block = blockOf(row)
    const isThere = index => index < 0 || index * BLOCK >= this.total || this.#blocks[index - this.#first]
    if (![block - 1, block, block + 1].every(isThere)) await this.#jump(block)
    const element = this.rowAt(row)
    if (!element) return
    const room = this.#box.clientHeight - element.offsetHeight
    this.#box.scrollTop = element.offsetTop - this.#above.offsetTop - (where === 'start' ? 0 : where === 'end' ? room : Math.max(0, room / 2))
  }

  async #change({ total, from }) {
    this.total = total
    this.#texts.forget(blockOf(from))
    if (this.#first * BLOCK >= total) {
      await this.#jump(blockOf(Math.max(0, total - 1)))
      return
    }
    while (this.#blocks.length > 1 && this.#end - BLOCK >= total) this.#blocks.pop().remove()
    const stale = Math.max(blockOf(from), this.#first)
    const last = this.#first + this.#blocks.length - 1
    if (stale <= last) {
      const fresh = await this.#texts.read(stale, last)
      fresh?.forEach((rows, index) => {
        const block = this.#blocks[stale + index - this.#first]
        if (!block) return
        renew(block, rows)
        this.#markIn(block, stale + index)
      })
    }
    if (this.#blocks.length === 0) await this.#jump(0)
    this.#place()
  }

  get #end() {
    return (this.#first + this.#blocks.length) * BLOCK
  }

  /** The height of a row that is not in the page, in pixels. */
  get #unit() {
    return Math.min(Number.parseFloat(getComputedStyle(this.#box).lineHeight) || 18, MAX_HEIGHT / Math.max(1, this.total))
  }

  #place() {
    const unit = this.#unit
    this.#above.style.height = `${this.#first * BLOCK * unit}px`
    this.#below.style.height = `${Math.max(0, this.total - this.#end) * unit}px`
  }

  #markIn(block, number) {
    for (const [index, row] of [...block.children].entries()) row.classList.toggle('found', this.marks(number * BLOCK + index))
  }

  #make(number, rows) {
    const block = span('block', ...rows)
    this.#markIn(block, number)
    return block
  }

  async #jump(block) {
    const from = Math.max(0, block - 1)
    const to = Math.min(block + 1, blockOf(Math.max(0, this.total - 1)))
    const read = await this.#texts.read(from, to)
    if (!read) return
    this.#blocks.forEach(old => old.remove())
    this.#first = from
    this.#blocks = read.filter(rows => rows.length > 0).map((rows, index) => this.#make(from + index, rows))
    this.#above.after(...this.#blocks)
    this.#place()
  }

  /** Reads what is missing near the visible rows. */
  #scrolled() {
    if (this.#isAsked) return
    this.#isAsked = true
    this.#next(async () => {
      this.#isAsked = false
      while (await this.#step());
    })
  }

  async #step() {
    const box = this.#box
    if (this.#blocks.length === 0 || box.clientHeight === 0) return false
    const [top, bottom] = [box.scrollTop, box.scrollTop + box.clientHeight]
    const [begin, end] = [this.#blocks[0].offsetTop, this.#below.offsetTop]
    if (bottom < begin || top > end) return this.#leap(top < begin ? top / this.#unit : this.#end + (top - end) / this.#unit)
    if (this.#first > 0 && top - begin < box.clientHeight) return this.#extend(this.#first - 1, true)
    if (this.#end < this.total && end - bottom < box.clientHeight) return this.#extend(this.#first + this.#blocks.length, false)
    return false
  }

  async #leap(place) {
    const row = Math.max(0, Math.min(Math.floor(place), this.total - 1))
    await this.#jump(blockOf(row))
    const element = this.rowAt(row)
    if (!element) return false
    this.#box.scrollTop = element.offsetTop - this.#above.offsetTop
    return true
  }

  async #extend(number, isBefore) {
    const read = await this.#texts.read(number, number)
    if (!read || read[0].length === 0) return false
    const box = this.#box
    const anchor = isBefore ? this.#blocks[0] : this.#blocks.at(-1)
    const was = anchor.offsetTop
    const top = box.scrollTop
    const block = this.#make(number, read[0])
    if (isBefore) {
      this.#above.after(block)
      this.#blocks.unshift(block)
      this.#first--
      if (this.#blocks.length > MAX_BLOCKS) this.#blocks.pop().remove()
    } else {
      this.#below.before(block)
      this.#blocks.push(block)
      if (this.#blocks.length > MAX_BLOCKS) {
        this.#blocks.shift().remove()
        this.#first++
      }
    }
    this.#place()
    // What is visible stays where it is, whatever the true height of the new rows.
    if (anchor.offsetTop !== was) box.scrollTop = top + anchor.offsetTop - was
    return true
  }
}
