// Where a plot is drawn: canvases in device pixels, one over the other; the last one is for what moves with the pointer.

export class Surface {
  width = 0
  height = 0

  /** @param {HTMLElement} area @param {() => void} onSize called when it has another size */
  constructor(area, onSize) {
    this.area = area
    // Dots and lines are written into the pixels of the lowest, so it stays in memory.
    this.base = this.#layer({ willReadFrequently: true })
    this.labels = this.#layer({})
    this.over = this.#layer({})
    Object.assign(area, { tabIndex: 0, role: 'application' })
    area.setAttribute('aria-roledescription', 'plot')
    new ResizeObserver(() => {
      if (area.clientWidth !== this.width || area.clientHeight !== this.height || devicePixelRatio !== this.ratio) {
        this.fit()
        onSize()
      }
    }).observe(area)
    this.fit()
  }

  #layer(options) {
    const canvas = document.createElement('canvas')
    canvas.setAttribute('aria-hidden', 'true')
    this.area.append(canvas)
    return canvas.getContext('2d', options)
  }

  fit() {
    this.ratio = devicePixelRatio
    this.width = this.area.clientWidth
    this.height = this.area.clientHeight
    for (const { canvas } of [this.base, this.labels, this.over]) {
      canvas.width = Math.max(1, Math.round(this.width * this.ratio))
      canvas.height = Math.max(1, Math.round(this.height * this.ratio))
    }
  }

  /** A context in CSS pixels, empty. */
  clear(context) {
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0)
    context.clearRect(0, 0, this.width, this.height)
    context.font = '12px system-ui, sans-serif'
    context.globalAlpha = 1
    return context
  }

  /** The place of a pointer in CSS pixels. */
  at(event) {
    const { left, top } = this.area.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  /** Calls back at most once a frame, with the arguments of the last call. */
  static throttle(work) {
    let pending = null
    return (...values) => {
      if (!pending) requestAnimationFrame(() => {
        const last = pending
        pending = null
        work(...last)
      })
      pending = values
    }
  }
}

/** A text cut to a width. */
export function fitText(context, text, width) {
  if (context.measureText(text).width <= width) return text
  let [some, all] = [0, text.length]
  while (some < all) {
    const middle = (some + all + 1) >> 1
    if (context.measureText(`${text.slice(0, middle)}…`).width <= width) some = middle
    else all = middle - 1
  }
  return `${text.slice(0, some)}…`
}
