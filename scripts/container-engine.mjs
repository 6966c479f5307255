// Finds what the container tests need: an engine that answers, and our image built on it.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const image = 'mock-yoti:test'
const { NODE_IMAGE } = process.env
const base = NODE_IMAGE ? ['--build-arg', `NODE_IMAGE=${NODE_IMAGE}`] : []

const docker = (args) => spawnSync('docker', args, { cwd: root, encoding: 'utf8' })

const whyNot = () => {
  const info = docker(['info'])
  if (info.error || info.status !== 0) return 'no container engine answers'
  console.error(`mock-yoti: building ${image} ...`)
  const build = docker(['build', ...base, '--tag', image, '.'])
  if (build.status === 0) return undefined
  return `docker could not build the image:\n${build.stderr.trim().split('\n').slice(-5).join('\n')}\n`
}

/**
 * Names the image for the tests in TEST_IMAGE, unless it is named already.
 * @returns what is skipped, why, and how to get it; undefined when nothing is
 */
export const prepareContainerTests = () => {
  if (process.env.TEST_IMAGE) return undefined
  const reason = whyNot()
  if (reason === undefined) {
    process.env.TEST_IMAGE = image
    return undefined
  }
  return `mock-yoti: skipped test/container and the HTTP and SDK tests against the image: ${reason}.
  To get them: start Docker; or, as root on Debian 12,
    test/container/prepare.sh > container.env && set -a && . ./container.env && set +a && npm test`
}
