import { render } from 'preact'
import { App } from './app.js'
import { takeTokenFromAddress } from './core/token.js'
import './style/console.css'

takeTokenFromAddress()
const place = document.getElementById('app')
if (place !== null) render(<App />, place)
