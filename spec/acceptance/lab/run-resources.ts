import { checkoutInHost } from './checkout.js';
import type { LabHost } from './lab-host.js';
import { type Told, told } from './outcome.js';

/** Applies resources to a host, or plans them; by type and title, as a node in YAML has them. */
export async function runResources(
  host: LabHost,
  resources: object,
  command: 'plan' | 'apply' = 'apply',
): Promise<Told> {
  await host.must(['tee', '/root/node.yaml'], { input: JSON.stringify({ resources }) });
  const program = `${checkoutInHost}/dist/glance-apply.js`;
  return told(await host.run(['node', program, command, '/root/node.yaml', '--json']));
}
