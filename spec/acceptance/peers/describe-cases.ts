import { expectCase } from './expect-case.js';
import { PeerHost } from './peer-host.js';
import { locatedCases, type PeerSuite } from './peer-suites.js';

/** Specifies every case of some suites, on one host. */
export function describeCases(suites: readonly PeerSuite[]): void {
  let peers: PeerHost;
  before(async () => {
    peers = await PeerHost.boot(suites);
  });
  after(() => peers?.stop());

  for (const suite of suites) {
    describe(suite.type, () => {
      for (const located of locatedCases(suite)) {
        it(located.title, () => expectCase(peers, located));
      }
    });
  }
}
