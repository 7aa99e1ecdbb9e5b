// The page about one TensorBoard for several runs.
import { startStatus } from './status.js'

startStatus()
