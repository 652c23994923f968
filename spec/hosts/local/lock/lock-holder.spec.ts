import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { lockHolder } from '../../../../src/hosts/local/lock/lock-holder.js';
import { inDirectory } from '../../../resources/converge.js';

describe('the holder of a lock whose file must not be read', () => {
  /** Returns the holder if /proc lists these processes, by number with their command line, or without one if they have ended. */
  const holderAmong = (processes: Readonly<Record<string, string | undefined>>) =>
    inDirectory(async (directory) => {
      const path = join(directory, 'lock');
      fs.writeFileSync(path, 'process 1');
      const { readdirSync, readFileSync, statSync } = fs;
      const own = statSync(path);
      Object.assign(fs, {
        readdirSync: () => ['self', ...Object.keys(processes)],
        readFileSync: (name: string) => {
          const line = processes[/^\/proc\/(\d+)\/cmdline$/.exec(name)?.[1] ?? ''];
          if (line === undefined) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
          return line;
        },
        statSync: (name: string) =>
          name === path || processes[name.slice('/proc/'.length)] !== undefined ? own : undefined,
      });
      syncBuiltinESMExports();
      try {
        return lockHolder(path);
      } finally {
        Object.assign(fs, { readdirSync, readFileSync, statSync });
        syncBuiltinESMExports();
      }
    });

  it('is found by its command line, past processes that end meanwhile', async () => {
    const holder = await holderAmong({
      7: undefined,
      8: 'node\0/usr/bin/other',
      9: 'node\0glance-apply\0site.ts',
    });
    expect(holder).to.match(/^process 9, of (root|the user \d+)$/);
  });

  it('is unknown if no process looks like a run', async () => {
    expect(await holderAmong({ 8: 'node\0/usr/bin/other' })).to.equal(undefined);
  });
});
