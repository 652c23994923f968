import { join } from 'node:path';
import type { Host } from '../../hosts/host.js';
import type { FileStatus } from '../../hosts/host-files.js';
import type { HostCandidate } from './host-candidate.js';

/** A refusal says what could not be done, and why. */
export const REFUSAL = /^cannot \w.*: \S/;

/** The candidate of the spec that runs, and what the specs do with it most often. */
export interface HostUnderTest {
  readonly candidate: HostCandidate;
  readonly host: Host;
  readonly expect: (actual: unknown) => Chai.Assertion;
  /** A path below the candidate's directory. */
  readonly at: (path: string) => string;
  readonly statusOf: (path: string) => Promise<FileStatus | undefined>;
  readonly textOf: (path: string) => Promise<string>;
}

/** Makes a candidate before each spec of the enclosing `describe`, and disposes of it afterwards. */
export function hostUnderTest(create: () => Promise<HostCandidate>): HostUnderTest {
  let candidate: HostCandidate;
  let expect: Chai.ExpectStatic;
  const at = (path: string) => join(candidate.directory, path);

  beforeEach(async () => {
    // Loaded on demand: specs that use none of this need no chai.
    ({ expect } = await import('chai'));
    candidate = await create();
  });
  afterEach(() => candidate.dispose());

  return {
    get candidate() {
      return candidate;
    },
    get host() {
      return candidate.host;
    },
    expect: (actual) => expect(actual),
    at,
    statusOf: async (path) => (await candidate.host.files.status([at(path)]))[0] as FileStatus | undefined,
    textOf: async (path) => String((await candidate.host.files.read([at(path)]))[0]),
  };
}
