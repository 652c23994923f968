import { checkoutInHost } from './checkout.js';
import type { LabHost } from './lab-host.js';
import { type Told, told } from './outcome.js';

/** Where what inspect prints is kept, in the host. */
const MANIFEST = '/root/inspected.ts';

/** What inspect writes of all that a host has of a type, and what a plan says of that. */
export async function inspected(host: LabHost, type: string): Promise<{ code: string; plan: Told }> {
  const glanceApply = ['node', `${checkoutInHost}/dist/glance-apply.js`];
  const code = await host.must([...glanceApply, 'inspect', type], { directory: checkoutInHost });
  await host.must(['tee', MANIFEST], { input: code });
  const plan = await host.run([...glanceApply, 'plan', MANIFEST, '--json', '--detailed-exitcodes'], {
    directory: checkoutInHost,
  });
  return { code, plan: told(plan) };
}
