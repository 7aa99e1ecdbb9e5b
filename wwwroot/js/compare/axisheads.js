// The names above the axes of parallel coordinates: dragged or moved by the arrow keys; a button makes an axis logarithmic.
import { announce } from '../charts/reading.js'

/** Keeps a choice in the address, in the form, and in the links to the other tabs. */
function keep(name, value) {
  const change = url => {
    if (value) url.searchParams.set(name, value)
    else url.searchParams.delete(name)
    return url.href.replaceAll('%2C', ',')
  }
  history.replaceState(history.state, '', change(new URL(location.href)))
  for (const link of document.querySelectorAll('[data-tab-link]')) link.href = change(new URL(link.href))
  const form = document.querySelector('[data-plot-form]')
  const field = form.elements[name] ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }))
  field.value = value
}

const button = (className, title) => Object.assign(document.createElement('button'), { type: 'button', className, title })

export class AxisHeads {
  constructor(plot) {
    this.plot = plot
    for (const axis of plot.axes) this.#add(axis)
  }

  #add(axis) {
    const { field } = axis.column
    axis.head = Object.assign(document.createElement('div'), { className: 'axis-head' })
    const name = button('axis-name cut', `${field}: drag, or ← → moves the axis; ↑ ↓ chooses a part of it, Escape all`)
    name.textContent = field
    name.dataset.axis = field
    name.setAttribute('aria-roledescription', 'axis')
    axis.log = button('axis-scale', 'Linear or logarithmic')
    axis.log.dataset.axisScale = field
    axis.head.append(name, axis.log)
    this.plot.surface.area.append(axis.head)
    axis.log.addEventListener('click', () => this.#turn(axis))
    name.addEventListener('keydown', event => this.#key(axis, event))
    this.#drag(axis, name)
  }

  /** Puts the names above their axes. */
  place() {
    const { axes } = this.plot
    const wide = axes.length > 1 ? axes[1].x - axes[0].x - 6 : 200
    axes.forEach(({ head, log, x, scale, column }, i) => {
      head.style.width = `${Math.min(wide, 118)}px`
      head.style.left = `${x}px`
      // The order of the tabulator is that of the axes.
      if (head.parentElement.children[i + 3] !== head) head.parentElement.insertBefore(head, head.parentElement.children[i + 3] ?? null)
      log.hidden = !scale.canLog
      log.textContent = scale.isLog ? 'log' : 'linear'
      log.setAttribute('aria-label', `${log.textContent} scale of ${column.field}`)
    })
  }

  #turn(axis) {
    axis.wanted = axis.scale.isLog ? 'linear' : 'log'
    const of = wanted => this.plot.axes.filter(one => one.wanted === wanted).map(({ column }) => column.field).join(',')
    keep('logaxes', of('log'))
    keep('linearaxes', of('linear'))
    this.plot.draw()
  }

  #move(axis, to) {
    const { axes } = this.plot
    const from = axes.indexOf(axis)
    if (to === from || to < 0 || to >= axes.length) return
    axes.splice(to, 0, ...axes.splice(from, 1))
    keep('axes', axes.map(({ column }) => column.field).join(','))
    const focused = document.activeElement
    this.plot.draw()
    if (axis.head.contains(focused)) focused.focus()
  }

  #key(axis, event) {
    const { key } = event
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      this.#move(axis, this.plot.axes.indexOf(axis) + (key === 'ArrowLeft' ? -1 : 1))
      announce(`${axis.column.field}: axis ${this.plot.axes.indexOf(axis) + 1} of ${this.plot.axes.length}`)
    } else if (key === 'ArrowUp' || key === 'ArrowDown') announce(this.plot.brushes.nudge(axis, key, event.shiftKey))
    else if (key === 'Escape') this.plot.brushes.set(axis, null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #drag(axis, name) {
    let isDragged = false
    name.addEventListener('pointerdown', event => {
      isDragged = event.button === 0
      if (isDragged) name.setPointerCapture(event.pointerId)
    })
    name.addEventListener('pointermove', event => {
      if (!isDragged) return
      const [x] = this.plot.surface.at(event)
      const { axes } = this.plot
      const nearest = axes.reduce((best, one) => Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best)
      this.#move(axis, axes.indexOf(nearest))
      // An element that was moved has lost the pointer.
      name.setPointerCapture(event.pointerId)
    })
    for (const end of ['pointerup', 'pointercancel']) name.addEventListener(end, () => { isDragged = false })
  }
}
