#!/usr/bin/env node
import module from 'node:module'

// Node 22 and newer keep the compiled code between starts.
module.enableCompileCache?.()

// Stacks name source files, not lines of the bundle.
process.setSourceMapsEnabled(true)

const { main } = await import('../dist/cli.js')
process.exitCode = await main(process.argv.slice(2))
