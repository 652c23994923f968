import { type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes } from './attributes.js';
import { parseDefaultZone, parseZoneServices } from './zone-file.js';

type Service = Subject<typeof attributes>;

/** What zones let through is read from firewalld's own files; its tool takes all changes of a zone in one call. */
export const provider: Provider<typeof attributes> = {
  async read(session, subjects) {
    const states = new Map<string, State | Unreadable>();
    for (const subject of subjects) {
      const zone = await resolveZone(session, subject);
      const services = await session.once(`zone ${zone}`, () => readZone(session, zone));
      states.set(
        subject.title,
        services instanceof Unreadable
          ? services
          : { ensure: services.includes(serviceNameOf(subject)) ? 'present' : 'absent' },
      );
    }
    return states;
  },

  async changeAll(session, changes) {
    const byZone = new Map<string, string[]>();
    for (const { subject, diff } of changes) {
      const zone = await resolveZone(session, subject);
      const options = byZone.get(zone) ?? [];
      options.push(`--${diff.removes ? 'remove' : 'add'}-service=${serviceNameOf(subject)}`);
      byZone.set(zone, options);
    }
    const running = await isRunning(session);
    const files = [...byZone.keys()].map((zone) => `/etc/firewalld/zones/${zone}.xml`);
    await session.exclusively(files, async () => {
      for (const [zone, options] of byZone) {
        if (!running) {
          await runTool(session, { argv: ['firewall-offline-cmd', `--zone=${zone}`, ...options] });
          continue;
        }
        await runTool(session, { argv: ['firewall-cmd', '--permanent', `--zone=${zone}`, ...options] });
        await runTool(session, { argv: ['firewall-cmd', `--zone=${zone}`, ...options] });
      }
    });
  },

  locks: () => ['firewalld'],
};

function serviceNameOf({ name, wanted }: Service): string {
  return wanted.service ?? name;
}

async function resolveZone(session: Session, { wanted }: Service): Promise<string> {
  if (wanted.zone !== undefined) return wanted.zone;
  const conf = await session.once('firewalld.conf', () =>
    session.host.files.read(['/etc/firewalld/firewalld.conf']),
  );
  return parseDefaultZone(Buffer.isBuffer(conf[0]) ? conf[0].toString('utf8') : '');
}

/** A zone of the administrator's takes the place of the package's whole. */
async function readZone(session: Session, zone: string): Promise<readonly string[] | Unreadable> {
  const paths = ['/etc/firewalld', '/usr/lib/firewalld'].map((folder) => `${folder}/zones/${zone}.xml`);
  for (const content of await session.host.files.read(paths)) {
    if (content instanceof Error) return new Unreadable(content.message, true);
    if (content !== undefined) return parseZoneServices(content.toString('utf8'));
  }
  return new Unreadable(`firewalld has no zone '${zone}'; install firewalld, or name a zone that it has`);
}

async function isRunning(session: Session): Promise<boolean> {
  const { status } = await session.host.run({ argv: ['firewall-cmd', '--state'] });
  return status === 0;
}
