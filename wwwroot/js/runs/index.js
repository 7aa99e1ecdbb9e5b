// The page with the table of runs. A module that others import is loaded only by imports: under two URLs it would run twice.
import '../shared/tree.js'
import './rows.js'
import './poll.js'
import '../groups/index.js'
import './sort.js'
import './select.js'
import '../views/menu.js'
import '../query/index.js'
