// The controls of all charts: what is chosen goes into the address, and is drawn.
import { keepSettings, readSettings } from './settings.js'

// Strength of smoothing by the place of its slider, 0 to 1. Weights near 1 differ most, so they get more room.
const strengths = {
  ema: place => (1 - 10 ** (-3 * place)).toFixed(3),
  twema: place => (1 - 10 ** (-3 * place)).toFixed(3),
  gauss: place => String(Number((10 ** (3 * place)).toPrecision(2))),
  mean: place => String(2 * Math.round(10 ** (3 * place) / 2) + 1),
  median: place => String(2 * Math.round(10 ** (3 * place) / 2) + 1)
}
const usualPlace = 0.4

/** The place of the slider for a strength, in percent: the first that gives at least as much. */
const placeOf = (kind, strength) => {
  const found = [...Array(101).keys()].find(place => Number(strengths[kind](place / 100)) >= Number(strength))
  return found ?? 100
}

export class Toolbar {
  /**
   * @param {HTMLElement} root with the hooks of _ChartToolbar.cshtml
   * @param {{ draw(): void, filter(): void, arrange(): void }} page what a change asks for
   */
  constructor(root, page) {
    Object.assign(this, { root, page })
    root.addEventListener('input', event => this.#changed(event.target))
    root.addEventListener('change', event => this.#settled(event.target))
    this.restore()
  }

  #one(hook) {
    return this.root.querySelector(`[data-${hook}]`)
  }

  /** The slider stands where the strength in the address is. */
  restore() {
    const slider = this.#one('smooth-strength')
    if (!slider) return
    const [kind, strength] = readSettings().smooth.split(':')
    if (kind in strengths) slider.value = placeOf(kind, strength)
    slider.hidden = !(kind in strengths)
    this.#one('smooth-value').textContent = strength ?? ''
  }

  /** Shows settings that were changed elsewhere. */
  show(settings) {
    for (const field of this.root.querySelectorAll('[data-setting]')) {
      const value = settings[field.dataset.setting]
      if (field.type === 'checkbox') field.checked = value === field.value
      else field.value = value
    }
  }

  get wanted() {
    return this.#one('filter')?.value.trim().toLowerCase() ?? ''
  }

  #changed(target) {
    const { dataset } = target
    if ('filter' in dataset) {
      keepSettings({ filter: target.value.trim() })
      this.page.filter()
    } else if ('x' in dataset) this.#axis()
    else if ('log' in dataset) this.#set({ yscale: target.checked ? 'log' : 'linear' })
    else if ('across' in dataset) {
      keepSettings({ across: target.value })
      this.page.filter()
    } else if ('smoothKind' in dataset) this.#smooth(usualPlace)
    else if ('smoothStrength' in dataset) this.#smooth(target.value / 100)
    else if ('setting' in dataset) {
      const off = { xscale: 'linear', yrange: 'full', join: '', together: '' }
      this.#set({ [dataset.setting]: target.type !== 'checkbox' || target.checked ? target.value : off[dataset.setting] })
    }
  }

  /** Text is used when it is finished. */
  #settled(target) {
    if ('xMetric' in target.dataset) this.#axis()
    else if ('combineSplits' in target.dataset) this.#combine(target.checked ? target.value : '')
    else if ('combine' in target.dataset) this.#combine(target.value)
  }

  #axis() {
    const [choice, name] = [this.#one('x').value, this.#one('x-metric')]
    if (name) name.hidden = choice !== 'metric:'
    if (choice !== 'metric:') return this.#set({ x: choice })
    if (name.value) this.#set({ x: `metric:${name.value}` })
    else name.focus()
  }

  #smooth(place) {
    const kind = this.#one('smooth-kind').value
    const smooth = kind ? `${kind}:${strengths[kind](place)}` : ''
    keepSettings({ smooth })
    this.restore()
    clearTimeout(this.drawing)
    this.drawing = setTimeout(() => this.page.draw(), 60)
  }

  #combine(expression) {
    keepSettings({ combine: expression })
    this.page.arrange()
  }

  #set(settings) {
    keepSettings(settings)
    this.page.draw()
  }
}
