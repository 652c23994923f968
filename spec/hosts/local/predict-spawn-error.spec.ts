import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { predictSpawnError } from '../../../src/hosts/local/predict-spawn-error.js';

describe('the error of a program that cannot be started', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'spawn-'));
    writeFileSync(join(directory, 'program'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(directory, 'text'), 'text\n', { mode: 0o644 });
    mkdirSync(join(directory, 'folder'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('is none for an executable file, by its path or by the search path', () => {
    expect(predictSpawnError('./program', '', directory)).to.equal(undefined);
    expect(predictSpawnError('program', `/nonexistent:${directory}`, '/')).to.equal(undefined);
  });

  it('is ENOENT if no such file exists', () => {
    expect(predictSpawnError('missing', directory, '/')).to.equal('ENOENT');
    expect(predictSpawnError('./program', directory, '/')).to.equal('ENOENT');
  });

  it('is EACCES for a directory and for a file that is not executable', () => {
    expect(predictSpawnError('folder', directory, '/')).to.equal('EACCES');
    expect(predictSpawnError('./text', '', directory)).to.equal('EACCES');
  });

  it('is none if a later directory of the search path has the program', () => {
    mkdirSync(join(directory, 'first'));
    mkdirSync(join(directory, 'first', 'program'));
    expect(predictSpawnError('program', `${directory}/first:${directory}`, '/')).to.equal(undefined);
    chmodSync(join(directory, 'program'), 0o644);
    expect(predictSpawnError('program', `${directory}/first:${directory}`, '/')).to.equal('EACCES');
  });
});
