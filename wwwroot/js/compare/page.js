// The page that compares runs, without its curves and plots, which have modules of their own.
import { showCurrentTab } from '../shared/tabs.js'
import './keys.js'
import './live.js'
import './copy.js'
import './diff.js'
import './images.js'
import './rows.js'

// A choice from a list needs no button.
document.addEventListener('change', event => {
  if (event.target.matches('[data-group-form] select, [data-figure-form] select, [data-pair-form] select')) event.target.form.requestSubmit()
})

showCurrentTab()
