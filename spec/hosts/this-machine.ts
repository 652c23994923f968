import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalHost } from '../../src/hosts/local/local-host.js';

/** A lock for the specs of this process, which exclude neither those of another one nor real runs on this machine. */
export const specLock = join(tmpdir(), `glance-apply-specs-${process.pid}.lock`);
process.once('exit', () => rmSync(specLock, { force: true }));

/** This machine, for specs that apply something in a directory of their own. */
export function thisMachine(): LocalHost {
  return new LocalHost({ lockFile: specLock });
}
