// The page that compares runs. Its charts are those of a run's page, with the curves of many runs.
import { showCurrentTab } from '../shared/tabs.js'
import './source.js'
import '../charts/page.js'
import './legend.js'
import './keys.js'
import './live.js'
import './copy.js'
import './diff.js'
import './images.js'

// A choice from a list needs no button.
document.addEventListener('change', event => {
  if (event.target.matches('[data-group-form] select, [data-figure-form] select, [data-pair-form] select')) event.target.form.requestSubmit()
})

showCurrentTab()
