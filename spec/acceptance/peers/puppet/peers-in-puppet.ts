import { expect } from 'chai';
import { PeerHost } from '../peer-host.js';
import { locatedCases, peerSuites } from '../peer-suites.js';
import { catalogOf, differenceOf } from './difference.js';
import { Puppet, puppetPackages } from './puppet.js';

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
          const { puppet: expected = suite.puppet ?? 'same' } = located.definition;
          if (typeof expected === 'object' && 'notApplicable' in expected) this.skip();
          const catalog = await catalogOf(peers, located);
          if (catalog === undefined) this.skip();
          const difference = await differenceOf(peers, puppet, located, catalog);
          if (expected === 'same')
            expect(difference, 'no difference that no decision speaks of').to.equal('');
          else expect(difference, `the difference of decision ${expected.differs}`).not.to.equal('');
        });
      }
    });
  }
});
