// The query box: completion, errors, the builder and its chips, and the help.
import './box.js'
import './builder.js'
import './help.js'
