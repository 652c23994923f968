import { expect } from 'chai';
import { describeExit, lastLines } from '../../../src/resources/tools/command-result.js';

describe('the result of a command', () => {
  const success = { status: 0, signal: null, timedOut: false };

  it('describes how the command ended', () => {
    expect(describeExit('tool', { ...success, status: 3 })).to.equal('ended with status 3');
    expect(describeExit('tool', { ...success, status: null, signal: 'SIGKILL' })).to.equal(
      'was ended by SIGKILL',
    );
    expect(describeExit('tool', { ...success, status: null, signal: 'SIGTERM', timedOut: true })).to.equal(
      'took too long and was ended',
    );
    expect(describeExit('tool', { ...success, status: null, failure: 'ENOENT' })).to.match(
      /^could not be started: .*\(ENOENT\)$/,
    );
  });

  it('quotes the last lines of the output, without empty ones', () => {
    const result = { stdout: 'one\n\ntwo  \n', stderr: '\nthree\n' };
    expect(lastLines(result)).to.equal('one\ntwo\nthree');
    expect(lastLines(result, 2)).to.equal('two\nthree');
    expect(lastLines({ stdout: '', stderr: '' })).to.equal('');
  });
});
