// Pictures with a slider over steps, and histograms as bands, from a run's TensorBoard logs.
import { colours } from '../charts/theme.js'
import { bandsConfig } from '../charts/bands.js'
import { onContent } from '../shared/swap.js'

const charts = new Map()

/** Shows the pictures of one step; `item` is its entry in the list of steps. */
function show(figure, item) {
  const step = item.dataset.pictureStep
  const stage = figure.querySelector('[data-stage]')
  const pictures = [...item.querySelectorAll('a')].map(link => {
    const place = document.createElement('a')
    place.href = link.href
    const picture = document.createElement('img')
    picture.alt = `${figure.dataset.pictures} at ${figure.dataset.word} ${step}`
    picture.src = link.href
    place.append(picture)
    return place
  })
  // Keeps the height until the new pictures are loaded, so that nothing jumps.
  stage.style.minHeight = `${stage.clientHeight}px`
  stage.replaceChildren(...pictures)
  figure.querySelector('[data-step]').textContent = `${figure.dataset.word} ${step}`
}

document.addEventListener('input', event => {
  const slider = event.target.closest?.('[data-slider]')
  if (!slider) return
  const figure = slider.closest('[data-pictures]')
  const item = figure.querySelectorAll('[data-picture-step]')[slider.value]
  slider.setAttribute('aria-valuetext', `${figure.dataset.word} ${item.dataset.pictureStep}`)
  show(figure, item)
  // Swaps do not touch a figure in which an earlier step was chosen.
  figure.toggleAttribute('data-own', slider.value !== slider.max)
})

async function draw(figure) {
  const response = await fetch(figure.dataset.distribution).catch(() => null)
  const note = figure.querySelector('[data-band]')
  if (!response?.ok) {
    note.textContent = 'The values could not be read.'
    return
  }
  const bands = await response.json()
  if (!figure.isConnected || !globalThis.Chart) return
  if (bands.steps.length === 0) note.textContent = 'None of them can be drawn.'
  charts.get(figure)?.destroy()
  charts.set(figure, new Chart(figure.querySelector('canvas'), bandsConfig(bands, colours())))
  charts.get(figure).$bands = bands
  figure.querySelector('canvas').dataset.drawn = bands.steps.length
}

const observer = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue
    observer.unobserve(target)
    draw(target)
  }
}, { rootMargin: '300px' })

document.addEventListener('themechange', () => {
  for (const [figure, chart] of charts) {
    const bands = chart.$bands
    chart.destroy()
    charts.set(figure, Object.assign(new Chart(figure.querySelector('canvas'), bandsConfig(bands, colours())), { $bands: bands }))
  }
})

/** Observes new figures, and drops the charts of those that were removed. */
function watch(root) {
  for (const [figure, chart] of charts) {
    if (figure.isConnected) continue
    chart.destroy()
    charts.delete(figure)
  }
  for (const figure of root.querySelectorAll('[data-distribution]')) observer.observe(figure)
}

watch(document)
onContent(watch)
