// The page of all saved views.
import './links.js'
