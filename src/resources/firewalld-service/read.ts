import { type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { ServiceSubject } from './attributes.js';
import { parseDefaultZone, parseZoneServices } from './zone-file.js';

/** Reads what zones allow from firewalld's own files. */
export async function readServices(
  session: Session,
  subjects: readonly ServiceSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
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
}

/** The name of the service in firewalld. */
export function serviceNameOf({ name, desired }: ServiceSubject): string {
  return desired.service ?? name;
}

/** Returns the zone of a resource: its own, or firewalld's default. */
export async function resolveZone(session: Session, { desired }: ServiceSubject): Promise<string> {
  if (desired.zone !== undefined) return desired.zone;
  const [conf] = await session.once('firewalld.conf', () =>
    session.host.files.read(['/etc/firewalld/firewalld.conf']),
  );
  return parseDefaultZone(Buffer.isBuffer(conf) ? conf.toString('utf8') : '');
}

/** A zone file of the administrator replaces the packaged one as a whole. */
async function readZone(session: Session, zone: string): Promise<readonly string[] | Unreadable> {
  const paths = ['/etc/firewalld', '/usr/lib/firewalld'].map((folder) => `${folder}/zones/${zone}.xml`);
  const contents = await session.host.files.read(paths);
  const at = contents.findIndex((content) => content !== undefined);
  const content = contents[at];
  if (content instanceof Error) return Unreadable.because(content);
  if (content === undefined)
    return new Unreadable(`firewalld has no zone '${zone}': install firewalld, or name a zone that it has`);
  try {
    return await parseZoneServices(content.toString('utf8'));
  } catch (error) {
    // The library appends an excerpt of the file.
    const [reason] = messageOf(error).split('\n');
    return new Unreadable(`${paths[at]} is not well-formed XML: ${reason}`);
  }
}
