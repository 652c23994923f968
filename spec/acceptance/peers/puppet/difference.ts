import { expect } from 'chai';
import type { PeerHost } from '../peer-host.js';
import type { LocatedCase } from '../peer-suites.js';
import type { Puppet, PuppetRun } from './puppet.js';

/** What Puppet is given: the catalog of the manifest, or the plain data of a case that is refused here. */
export async function catalogOf(peers: PeerHost, located: LocatedCase): Promise<string | undefined> {
  const { refused, resources } = located.definition;
  if (refused) return resources && JSON.stringify(plainCatalog(resources));
  const { status, stdout, stderr } = await peers.glanceApply(
    located,
    'catalog',
    ...['--format', 'json', '--show-secrets'],
  );
  expect(status, stderr).to.equal(0);
  return stdout;
}

/** In which way Puppet does not do what the case says; nothing where it does. */
export async function differenceOf(
  peers: PeerHost,
  puppet: Puppet,
  located: LocatedCase,
  catalog: string,
): Promise<string> {
  const { fails, refused, inSync, again } = located.definition;
  try {
    await peers.prepare(located);
    const first = await puppet.apply(catalog);
    const fine = fails || refused ? [1, 4, 6] : [inSync ? 0 : 2];
    if (!fine.includes(first.status ?? -1)) return said('the first run', first);
    await withoutHeaders(peers, located);
    await peers.verify(located);
    if (fails || refused || again !== undefined) return '';
    const second = await puppet.apply(catalog);
    if (second.status !== 0) return said('the second run', second);
    await peers.verify(located);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    await peers.clean(located);
  }
}

/** Takes out the lines in which Puppet says that it wrote a file: no type of ours writes any. */
async function withoutHeaders({ host }: PeerHost, { dir }: LocatedCase): Promise<void> {
  const script =
    "grep -rlZs '^# HEADER: ' . /home /etc/hosts /etc/aliases /etc/ssh | xargs -0r sed -i '/^# HEADER: /d'";
  await host.must(['sh', '-c', script], { directory: dir });
}

function said(which: string, { status, output, dropped }: PuppetRun): string {
  return `${which} ended with ${status}${dropped.length > 0 ? ` without ${dropped.join(', ')}` : ''}:\n${output}`;
}

/** A catalog of Puppet's with resources of the main class. */
function plainCatalog(resources: Readonly<Record<string, Readonly<Record<string, object>>>>): object {
  const all = Object.entries(resources).flatMap(([type, titled]) =>
    Object.entries(titled).map(([title, parameters]) => ({
      type: type.replace(/^./, (first) => first.toUpperCase()),
      title,
      tags: [],
      exported: false,
      parameters,
    })),
  );
  return {
    name: 'peers',
    resources: [
      { type: 'Stage', title: 'main', tags: [], exported: false, parameters: {} },
      { type: 'Class', title: 'main', tags: [], exported: false, parameters: {} },
      ...all,
    ],
    edges: [
      { source: 'Stage[main]', target: 'Class[main]' },
      ...all.map(({ type, title }) => ({ source: 'Class[main]', target: `${type}[${title}]` })),
    ],
    classes: ['main'],
  };
}
