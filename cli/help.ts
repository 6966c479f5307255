import { defaults, environmentName, options } from '../server/config.js'

const optionLines = () =>
  Object.entries(options).map(([name, { value, help }]) => {
    const flag = value === undefined ? `--${name}` : `--${name} ${value}`
    return `  ${flag.padEnd(26)}${help} [${environmentName(name)}]`
  })

/** What `mock-yoti --help` prints. */
export const helpText = (): string => `mock-yoti: a fake of Yoti's identity-verification API

  mock-yoti [serve]              serve on http://${defaults.host}:${defaults.port}
  mock-yoti scenarios [OPTIONS]  list the scenarios, all or those that fit (scenarios --help)
  mock-yoti scenarios show ID    print what a scenario answers and what its media are
  mock-yoti scenarios new ID --from ID
                                 write a scenario file to start from
  mock-yoti scenarios import FILE
                                 write the scenario that answers like a real answer
  mock-yoti scenarios lint [DIR] check the scenario files of a directory
  mock-yoti shapes [--json]      list the result shapes that contracts are made of
  mock-yoti verify [OPTIONS]     verify pacts of files or a broker (verify --help)
  mock-yoti states [OPTIONS]     compare the provider states that pacts need with those here (states --help)
  mock-yoti keys                 how to give the demo key to each SDK
  mock-yoti --help | --version

Options of serve, each with the environment variable that sets it too:
${optionLines().join('\n')}

scenarios and shapes take --scenarios as well.`
