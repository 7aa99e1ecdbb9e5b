// Colours of runs by a field: a ramp for numbers that is told apart by its lightness alone, the ten hues of curves for categories.
import { colours } from '../charts/theme.js'
import { Scale } from './scale.js'

const STEPS = 32
const HUES = 10
export const NONE = 255

const read = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** "#rrggbb" as red, green, blue. */
export const rgb = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16))

function ramp() {
  const stops = [1, 2, 3, 4, 5].map(i => rgb(read(`--ramp-${i}`)))
  return Array.from({ length: STEPS }, (_, step) => {
    const at = step / (STEPS - 1) * (stops.length - 1)
    const [before, part] = [Math.min(Math.floor(at), stops.length - 2), at - Math.min(Math.floor(at), stops.length - 2)]
    return stops[before].map((value, i) => Math.round(value + (stops[before + 1][i] - value) * part))
  })
}

/** The colour of each run as an index in the palette; NONE for runs without one. */
export class Paint {
  /** @param {?object} column see values.js; null for one colour */
  constructor(column, runs) {
    this.column = column
    this.codes = new Uint8Array(runs)
    if (!column) return
    this.scale = column.isCategory ? null : new Scale(column, 'auto', 0, STEPS - 1)
    for (let i = 0; i < runs; i++) {
      const at = this.scale ? this.scale.pixel(column.at[i]) : column.at[i]
      this.codes[i] = Number.isNaN(at) || (!this.scale && at >= HUES) ? NONE : Math.max(0, Math.min(STEPS - 1, Math.round(at)))
    }
  }

  /** The colours of the theme, as [red, green, blue]; that of NONE too. */
  get palette() {
    const theme = colours()
    const palette = this.scale ? ramp() : Array.from({ length: HUES }, (_, hue) => rgb(theme.curve(hue)))
    palette[NONE] = rgb(theme.text)
    return palette
  }

  /** Writes the legend into an element. */
  showLegend(place) {
    place.replaceChildren()
    if (!this.column) return
    const name = document.createElement('b')
    name.textContent = this.column.field
    place.append(name, ...this.scale ? this.#rampLegend() : this.#hueLegend())
  }

  #rampLegend() {
    const canvas = Object.assign(document.createElement('canvas'), { width: STEPS * 5, height: 10 })
    canvas.setAttribute('aria-hidden', 'true')
    const context = canvas.getContext('2d')
    ramp().forEach((colour, step) => {
      context.fillStyle = `rgb(${colour})`
      context.fillRect(step * 5, 0, 5, 10)
    })
    const { least, most } = this.column
    return least <= most
      ? [this.column.placeWords(least), canvas, `${this.column.placeWords(most)}${this.scale.isLog ? ', logarithmic' : ''}`] : ['no values']
  }

  #hueLegend() {
    const { texts } = this.column
    const items = texts.slice(0, HUES).map((text, hue) => {
      const [item, swatch] = [document.createElement('span'), document.createElement('span')]
      swatch.className = 'swatch'
      swatch.dataset.colour = hue + 1
      item.append(swatch, ' ', text)
      return item
    })
    return texts.length > HUES ? [...items, `${texts.length - HUES} others grey`] : items
  }
}
