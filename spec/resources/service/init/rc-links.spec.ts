import { expect } from 'chai';
import { isLinked, parseDefaultLevels } from '../../../../src/resources/service/init/rc-links.js';

describe('the links that start init scripts', () => {
  const header = (levels: string) =>
    `#!/bin/sh\n### BEGIN INIT INFO\n# Default-Start:  ${levels}\n# Default-Stop: 0 1 6\n### END INIT INFO\n`;

  const cases: readonly (readonly [string, readonly string[]])[] = [
    [header('2 3 4 5'), ['2', '3', '4', '5']],
    [header('3\t5'), ['3', '5']],
    [header('S'), ['2', '3', '4', '5']],
    [header(''), ['2', '3', '4', '5']],
    ['#!/bin/sh\n', ['2', '3', '4', '5']],
  ];
  for (const [script, levels] of cases) {
    it(`are looked for in ${levels.join(', ')} where the script says ${JSON.stringify(script.slice(32, 56))}`, () => {
      expect(parseDefaultLevels(script)).to.deep.equal(levels);
    });
  }

  it('have to be there in every runlevel in which the script is to start', () => {
    const links = new Map([
      ['2', new Set(['a'])],
      ['3', new Set(['a', 'b'])],
    ]);
    expect(isLinked(links, 'a', ['2', '3'])).to.equal(true);
    expect(isLinked(links, 'b', ['2', '3'])).to.equal(false);
    expect(isLinked(links, 'b', ['3'])).to.equal(true);
    expect(isLinked(links, 'a', ['4'])).to.equal(false);
  });
});
