import type { Change } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes } from './attributes.js';
import { resolveZone, serviceNameOf } from './read.js';

/** Applies all changes of a zone with one call of firewalld's tool. */
export async function changeServices(
  session: Session,
  changes: readonly Change<typeof attributes>[],
): Promise<void> {
  const optionsByZone = new Map<string, string[]>();
  for (const { subject, diff } of changes) {
    const zone = await resolveZone(session, subject);
    const options = optionsByZone.get(zone) ?? [];
    options.push(`--${diff.removes ? 'remove' : 'add'}-service=${serviceNameOf(subject)}`);
    optionsByZone.set(zone, options);
  }
  const running = await isRunning(session);
  const files = [...optionsByZone.keys()].map((zone) => `/etc/firewalld/zones/${zone}.xml`);
  await session.exclusively(files, async () => {
    for (const [zone, options] of optionsByZone) {
      if (!running) {
        await runTool(session, { argv: ['firewall-offline-cmd', `--zone=${zone}`, ...options] });
        continue;
      }
      await runTool(session, { argv: ['firewall-cmd', '--permanent', `--zone=${zone}`, ...options] });
      await runTool(session, { argv: ['firewall-cmd', `--zone=${zone}`, ...options] });
    }
  });
}

async function isRunning(session: Session): Promise<boolean> {
  const { status } = await session.host.run({ argv: ['firewall-cmd', '--state'] });
  return status === 0;
}
