// The query box: completion, what is wrong with a query, the builder and its chips, and the help.
import './box.js'
import './builder.js'
import './help.js'
