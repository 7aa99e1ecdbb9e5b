// Where the points of a chart come from: its figure names the kind in data-source, a run's metric without one.
import { metricSource } from './metric.js'

const makers = new Map()

/** @param {(figure: HTMLElement) => object} make makes the source of a card, see card.js */
export const addSource = (kind, make) => makers.set(kind, make)

export const sourceOf = figure => (makers.get(figure.dataset.source) ?? metricSource)(figure)
