// The rows of an output that were read lately, in blocks of equal numbers of rows.
import { parse } from '../shared/swap.js'

export const BLOCK = 100 // rows; as the server begins its pages
const MAX_CACHED = 40

/** The number of the block of a row, both from 0. */
export const blockOf = row => Math.floor(row / BLOCK)

export class RowTexts {
  #url
  #rows = new Map() // number of a block: its elements

  /** @param {(line: number, count: number) => string} url the address of some rows, the first being 1 */
  constructor(url) {
    this.#url = url
  }

  /** Forgets the blocks from one on. */
  forget(from) {
    for (const block of [...this.#rows.keys()]) if (block >= from) this.#rows.delete(block)
  }

  /** New elements for the rows of each of these blocks; null where they cannot be read. */
  async read(from, to) {
    const wanted = []
    for (let block = from; block <= to; block++) if (!this.#rows.has(block)) wanted.push(block)
    if (wanted.length > 0) {
      const response = await fetch(this.#url(wanted[0] * BLOCK + 1, (wanted.at(-1) - wanted[0] + 1) * BLOCK)).catch(() => null)
      if (!response?.ok) return null
      const rows = [...parse(await response.text()).children]
      for (let at = 0; at < rows.length; at += BLOCK) this.#rows.set(wanted[0] + at / BLOCK, rows.slice(at, at + BLOCK))
    }
    const read = []
    for (let block = from; block <= to; block++) read.push((this.#rows.get(block) ?? []).map(row => row.cloneNode(true)))
    // The oldest come first in a map.
    for (const block of this.#rows.keys()) if (this.#rows.size > MAX_CACHED) this.#rows.delete(block)
    return read
  }
}
