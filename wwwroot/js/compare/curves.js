// The charts of the page that compares runs: those of a run's page, with the curves of many runs.
import './source.js'
import '../charts/page.js'
import './legend.js'
