import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Environment, Settings } from './settings.js'

/** What is verified, as a broker calls it. */
export type Build = { readonly version?: string; readonly branch?: string; readonly url?: string }

// GitHub first names the branch of a pull request; its GITHUB_REF_NAME is then '12/merge'.
const branchNames = ['GIT_BRANCH', 'GITHUB_HEAD_REF', 'CI_COMMIT_REF_NAME', 'CIRCLE_BRANCH', 'BUILDKITE_BRANCH']
const versionNames = ['GIT_COMMIT', 'GITHUB_SHA', 'CI_COMMIT_SHA', 'CIRCLE_SHA1', 'BUILDKITE_COMMIT']
const urlNames = ['BUILD_URL', 'CI_JOB_URL', 'CIRCLE_BUILD_URL', 'BUILDKITE_BUILD_URL']

const firstOf = (names: readonly string[], env: Environment) => names.map((name) => env[name]).find(Boolean)

const git = async (...args: string[]) => {
  try {
    return (await promisify(execFile)('git', args)).stdout.trim() || undefined
  } catch {
    // No git, or no repository.
    return undefined
  }
}

const gitBranch = async () => {
  const name = await git('rev-parse', '--abbrev-ref', 'HEAD')
  return name === 'HEAD' ? undefined : name
}

const githubBranch = (env: Environment) => (env['GITHUB_REF_TYPE'] === 'branch' ? env['GITHUB_REF_NAME'] : undefined)

const githubUrl = ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }: Environment) =>
  server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined

/** Version, branch and address of this build: as given, else from the variables of the usual CI systems, else from git. */
export const readBuild = async (settings: Settings, env: Environment): Promise<Build> => {
  const named = firstOf(branchNames, env) ?? githubBranch(env)
  const version = settings.providerVersion ?? firstOf(versionNames, env) ?? (await git('rev-parse', 'HEAD'))
  // Jenkins says origin/main.
  const branch = settings.providerBranch ?? named?.replace(/^origin\//, '') ?? (await gitBranch())
  const url = settings.buildUrl ?? firstOf(urlNames, env) ?? githubUrl(env)
  return { ...(version && { version }), ...(branch && { branch }), ...(url && { url }) }
}
