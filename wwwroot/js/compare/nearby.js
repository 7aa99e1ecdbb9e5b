// Finds the dot nearest to a place, among many: dots by the squares of a grid that they lie in.
const SIDE = 24 // CSS pixels; dots farther away than this are not near

export class Nearby {
  /** @param {Float32Array} x @param {Float32Array} y in CSS pixels; NaN for no dot */
  constructor(x, y, width, height) {
    Object.assign(this, { x, y })
    this.across = Math.ceil(width / SIDE) + 1
    this.down = Math.ceil(height / SIDE) + 1
    this.starts = new Int32Array(this.across * this.down + 1)
    for (let i = 0; i < x.length; i++) if (this.#square(i) >= 0) this.starts[this.#square(i) + 1]++
    for (let s = 1; s < this.starts.length; s++) this.starts[s] += this.starts[s - 1]
    this.dots = new Int32Array(this.starts.at(-1))
    const next = this.starts.slice()
    for (let i = 0; i < x.length; i++) if (this.#square(i) >= 0) this.dots[next[this.#square(i)]++] = i
  }

  #square(i) {
    const [column, row] = [Math.floor(this.x[i] / SIDE), Math.floor(this.y[i] / SIDE)]
    return column >= 0 && row >= 0 && column < this.across && row < this.down ? row * this.across + column : -1
  }

  /** The index of the nearest dot; -1 when none is near. */
  find(x, y) {
    let [best, least] = [-1, SIDE * SIDE]
    const [column, row] = [Math.floor(x / SIDE), Math.floor(y / SIDE)]
    for (let r = Math.max(0, row - 1); r <= Math.min(this.down - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(this.across - 1, column + 1); c++) {
        const square = r * this.across + c
        for (let k = this.starts[square]; k < this.starts[square + 1]; k++) {
          const i = this.dots[k]
          const distance = (this.x[i] - x) ** 2 + (this.y[i] - y) ** 2
          if (distance < least) [best, least] = [i, distance]
        }
      }
    }
    return best
  }
}
