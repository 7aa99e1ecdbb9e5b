// The legend in a card, [data-curve]: a click hides a curve, the pointer over it draws it strongly.

export function watchLegend(card) {
  const { figure } = card
  const hidden = card.hidden = new Set()
  const keyOf = event => event.target.closest?.('[data-curve]')?.dataset.curve

  figure.addEventListener('click', event => {
    if (!event.target.closest('[data-curve-switch]')) return
    const key = keyOf(event)
    if (!hidden.delete(key)) hidden.add(key)
    markHidden(card)
    card.plot?.hide(hidden)
  })
  for (const [name, wanted] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) {
    figure.addEventListener(name, event => {
      const key = keyOf(event)
      if (key !== undefined) card.plot?.highlight(wanted && !hidden.has(key) ? key : null)
    })
  }
}

/** Shows in the legend which curves are hidden. */
export function markHidden({ figure, hidden }) {
  for (const item of figure.querySelectorAll('[data-curve]')) {
    item.querySelector('[data-curve-switch]')?.setAttribute('aria-pressed', !hidden.has(item.dataset.curve))
  }
}
