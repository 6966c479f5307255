import { render } from 'preact'
import { App } from './app.js'
import { startLive, togglePause } from './core/live.js'
import { listenToKeys } from './core/shortcuts.js'
import { takeTokenFromAddress } from './core/token.js'
import { closeDetail } from './ui/split-view.js'
import './style/console.css'

takeTokenFromAddress()
startLive()
listenToKeys({ p: togglePause }, closeDetail)
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
