import { expect } from 'chai';
import { PeerHost } from '../peer-host.js';
import type { LocatedCase } from '../peer-suites.js';
import { locatedCases, peerSuites } from '../peer-suites.js';
import { Puppet, type PuppetRun, puppetPackages } from './puppet.js';

const suites = await peerSuites();

describe("the same cases in Debian's Puppet", () => {
  let peers: PeerHost;
  let puppet: Puppet;
  before(async () => {
    peers = await PeerHost.boot(suites, puppetPackages);
    puppet = await Puppet.start(peers.host);
  });
  after(async () => {
    puppet?.stop();
    await peers?.stop();
  });

  for (const suite of suites) {
    describe(suite.type, () => {
      for (const located of locatedCases(suite)) {
        it(located.title, async function () {
          const { puppet: expected = 'same' } = located.definition;
          if (typeof expected === 'object' && 'notApplicable' in expected) this.skip();
          const catalog = await catalogOf(located);
          if (catalog === undefined) this.skip();
          const difference = await differenceOf(located, catalog);
          if (expected === 'same')
            expect(difference, 'no difference that no decision speaks of').to.equal('');
          else expect(difference, `the difference of decision ${expected.differs}`).not.to.equal('');
        });
      }
    });
  }

  /** What Puppet is given: the catalog of the manifest, or the plain data of a case that is refused here. */
  async function catalogOf(located: LocatedCase): Promise<string | undefined> {
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
  async function differenceOf(located: LocatedCase, catalog: string): Promise<string> {
    const { fails, refused, inSync, again } = located.definition;
    try {
      await peers.prepare(located);
      const first = await puppet.apply(catalog);
      const fine = fails || refused ? [1, 4, 6] : [inSync ? 0 : 2];
      if (!fine.includes(first.status ?? -1)) return said('the first run', first);
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
});

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
