import { accessConforms } from './access-conformance.js';
import { entriesConform } from './entries-conformance.js';
import type { Capabilities, HostCandidate } from './host-candidate.js';
import { hostUnderTest } from './host-under-test.js';
import { lostConnectionConforms } from './lost-connection-conformance.js';
import { programsConform } from './programs-conformance.js';
import { readingConforms } from './reading-conformance.js';
import { resolveConforms } from './resolve-conformance.js';
import { runAndLockConform } from './run-and-lock-conformance.js';
import { statusConforms } from './status-conformance.js';
import { writingConforms } from './writing-conformance.js';

/**
 * Declares the specs that every host must pass, whatever it is made of: those of `HostFiles`, of commands, and of the lock
 * of a run. They run in mocha, or in any runner that has `describe`, `it`, `beforeEach` and `afterEach` as globals, and
 * need chai.
 * @param name What the host is, for the titles of the specs.
 * @param create Makes a host for each spec, with an empty directory on it.
 * @param capabilities What the host is able to do.
 * @example
 * conformsToHost('a host behind ssh', async () => ({ host, directory, uid: 0, gid: 0, isRoot: true, dispose }));
 */
export function conformsToHost(
  name: string,
  create: () => Promise<HostCandidate>,
  { programs = true }: Capabilities = {},
): void {
  describe(`${name} as a host`, () => {
    const tested = hostUnderTest(create);
    statusConforms(tested);
    resolveConforms(tested);
    readingConforms(tested);
    writingConforms(tested);
    entriesConform(tested);
    accessConforms(tested);
    runAndLockConform(tested);
    if (!programs) return;
    programsConform(tested);
    lostConnectionConforms(tested);
  });
}
