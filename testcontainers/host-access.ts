import { getContainerRuntimeClient } from 'testcontainers'

/** The name by which a container with host access knows this machine: podman's own, given to Docker's containers too. */
export const hostName = 'host.containers.internal'

/** What an engine must add to a container's hosts. Podman knows the name, and before version 4.7 refuses `host-gateway`. */
export const hostsToAdd = async (): Promise<{ host: string; ipAddress: string }[]> => {
  const { container } = await getContainerRuntimeClient()
  const { Components: parts = [] } = await container.dockerode.version()
  const isPodman = parts.some(({ Name: name }) => name.startsWith('Podman'))
  return isPodman ? [] : [{ host: hostName, ipAddress: 'host-gateway' }]
}
