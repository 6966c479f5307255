import { oneOf } from '../server/base/arguments.js'
import { UsageError } from '../server/base/errors.js'
import type { Command } from './command.js'

type Described = { readonly name: string; readonly summary: string; readonly options: readonly string[] }

const describeAll = (commands: readonly Command[]): Promise<Described[]> =>
  Promise.all(
    commands.map(async ({ name, summary, options }) => ({
      name,
      summary,
      options: [...Object.keys(await options()), 'help'].map((option) => `--${option}`),
    })),
  )

/** The words that can follow each beginning of a command: '' → serve, scenarios, …; 'scenarios' → show, new, …. */
const followers = (commands: readonly Described[]): Map<string, Set<string>> => {
  const words = new Map<string, Set<string>>()
  for (const { name } of commands) {
    const parts = name.split(' ')
    parts.forEach((part, index) => {
      const before = parts.slice(0, index).join(' ')
      words.set(before, (words.get(before) ?? new Set()).add(part))
    })
  }
  return words
}

const bash = (commands: readonly Described[]): string => {
  const options = new Map(commands.map((command) => [command.name, command.options]))
  const words = followers(commands)
  const names = new Set([...words.keys(), ...options.keys()])
  const cases = [...names].map((name) => {
    const choices = [...(words.get(name) ?? []), ...(options.get(name === '' ? 'serve' : name) ?? [])]
    return `    '${name}') words='${choices.join(' ')}' ;;`
  })
  return `# bash completion of mock-yoti: eval "$(mock-yoti completion bash)"
_mock_yoti() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) break ;; esac
    command="\${command:+$command }$word"
  done
  case "$command" in
${cases.join('\n')}
    *) words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ \${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _mock_yoti mock-yoti`
}

const zsh = (commands: readonly Described[]): string =>
  `#compdef mock-yoti
# zsh completion of mock-yoti: eval "$(mock-yoti completion zsh)"
autoload -U +X bashcompinit && bashcompinit
${bash(commands).split('\n').slice(1).join('\n')}`

const fish = (commands: readonly Described[]): string => {
  const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`
  const lines = commands.flatMap(({ name, summary, options }) => {
    const words = name.split(' ')
    const before = words.slice(0, -1)
    const isHere = before.length === 0 ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${before.join(' ')}`
    const offered = `complete -c mock-yoti -f -n ${quoted(isHere)} -a ${words.at(-1)} -d ${quoted(summary)}`
    const seen = `__fish_seen_subcommand_from ${words.at(-1)}`
    return [offered, ...options.map((option) => `complete -c mock-yoti -n ${quoted(seen)} -l ${option.slice(2)}`)]
  })
  return ['# fish completion of mock-yoti: mock-yoti completion fish | source', ...lines].join('\n')
}

const scripts = { bash, zsh, fish }
const shells = ['bash', 'zsh', 'fish'] as const

/** `mock-yoti completion SHELL`. @throws UsageError for a shell that has no script */
export const completionScript = async (argv: readonly string[], commands: readonly Command[]): Promise<string> => {
  const [shell, extra] = argv
  if (shell === undefined) throw new UsageError(`Which shell? mock-yoti completion ${shells.join('|')}`)
  if (extra !== undefined) throw new UsageError(`Unknown argument '${extra}'. mock-yoti completion takes one shell`)
  return scripts[oneOf('completion', shell, shells)](await describeAll(commands))
}
