// The page with the table of runs. Modules that others import are named by them alone: under two addresses they would run twice.
import '../shared/tree.js'
import './rows.js'
import './poll.js'
import '../groups/index.js'
import './sort.js'
import './select.js'
import '../views/menu.js'
import '../query/index.js'
