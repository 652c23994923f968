import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { openHierarchy } from '../../src/data/hierarchy/index.js';
import { matchWithTimeout, PatternTimeout } from '../../src/data/match-with-timeout.js';
import { findNestingProblem, MAX_DEPTH } from '../../src/data/nesting.js';
import { anyCharacter, characterSet, exactCharacter, matchesWildcards } from '../../src/data/wildcards.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { loadManifest } from '../../src/manifest/index.js';

/** So many lists in one another. */
const DEEP = 100_000;
const deep = '['.repeat(DEEP) + ']'.repeat(DEEP);

/** Lists of which each has the one before in it twice: two to the power of thirty values. */
const bomb = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
];

describe('input', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'glance-apply-bounded-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, content: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const only = async (work: () => Promise<unknown>): Promise<string> => {
    try {
      await work();
    } catch (error) {
      if (!GlanceApplyError.is(error)) throw error;
      expect(error.diagnostics).to.have.length(1);
      expect(error.diagnostics[0]?.location?.line).to.be.greaterThan(0);
      return `${error.diagnostics[0]?.code}: ${error.diagnostics[0]?.message}`;
    }
    return 'none';
  };
  const lookedUp = (yaml: string, key = 'a') =>
    only(async () => {
      put('data/common.yaml', yaml);
      return (await openHierarchy(join(folder, 'data'), { facts: { x: 'y' } })).lookup(key);
    });
  const compiled = (name: string, content: string) =>
    only(async () => (await loadManifest(put(name, content))).compile());

  describe('is one error with its location if lists and hashes are nested too deeply:', () => {
    const texts: Readonly<Record<string, string>> = {
      'a list on a line': `a: ${deep}\n`,
      'a list without its end': `a: ${'['.repeat(DEEP)}\n`,
      'hashes on a line': `a: ${'{b: '.repeat(DEEP)}1${'}'.repeat(DEEP)}\n`,
      'lists in block style': `a:\n  ${'- '.repeat(DEEP)}x\n`,
      'keys that are hashes': `${'? '.repeat(DEEP)}x\n`,
      'key after key on a line': `${': e d'.repeat(DEEP)}\n`,
      'key after key in a list': `a: [${'b:\n  '.repeat(DEEP)}]\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      it(`${name}, as data and as a node`, async () => {
        expect(await lookedUp(text)).to.match(
          /^data\.depth: lists and hashes are nested deeper than 200 levels/,
        );
        expect(await compiled('node.yaml', `parameters:\n  ${text.replace('\n  ', '\n    ')}`)).to.match(
          /^data\.depth/,
        );
      });
    }

    it('in a catalog, at any position', async () => {
      const parameters = ['message', 'require', 'tag'].map((name) => `{"${name}": ${deep}}`);
      for (const given of parameters) {
        const resource = `{"type": "Notify", "title": "x", "parameters": ${given}}`;
        expect(await compiled('catalog.json', `{"resources": [${resource}], "edges": []}`)).to.match(
          /^data\.depth/,
        );
      }
    });

    it('and no error for brackets in strings, comments and scripts', async () => {
      const open = '['.repeat(MAX_DEPTH + 1);
      const lines = [
        `a: "${open}"`,
        `b: '${open}'`,
        `# ${open}`,
        'c: |',
        `  ${open}`,
        `d: x${open}`,
        `e: ${' '.repeat(999)} 1`,
        `f: ${'b:'.repeat(MAX_DEPTH + 1)}c`,
        `g: {${Array.from({ length: MAX_DEPTH + 1 }, (_, at) => `b${at}: 1`).join(', ')}}`,
        `h: [${'{b: 1},\n  '.repeat(MAX_DEPTH + 1)}]`,
        ...Array.from({ length: MAX_DEPTH + 1 }, (_, at) => `i${at}: 1`),
      ];
      expect(await findNestingProblem(lines.join('\n'), 'f', 'yaml')).to.equal(undefined);
      expect(await findNestingProblem(JSON.stringify({ a: `\\"${open}` }), 'f', 'json')).to.equal(undefined);
      const nested = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
      expect(await findNestingProblem(nested, 'f', 'json')).to.equal(undefined);
      expect((await findNestingProblem(`\n[${nested}]`, 'f', 'json'))?.location).to.deep.equal({
        file: 'f',
        line: 2,
        column: MAX_DEPTH + 1,
      });
    });
  });

  describe('is one error if it expands too much:', () => {
    it('aliases within aliases, as data and as a node', async () => {
      expect(await lookedUp(`${bomb.join('\n')}\n`)).to.match(/^data\.alias/);
      expect(await compiled('node.yaml', `parameters:\n  ${bomb.join('\n  ')}\n`)).to.match(/^yaml\.alias/);
      expect(await compiled('node.yaml', 'parameters:\n  a: &a [*a]\n')).to.match(/^yaml\.alias/);
    });

    it('values that refer to others twice, which do the same', async () => {
      const twice = (form: (next: string) => string) =>
        `${Array.from({ length: 40 }, (_, at) => `a${at}: ${form(`a${at + 1}`)}`).join('\n')}\na40: "xxxx"\n`;
      expect(
        await lookedUp(
          twice((next) => `"%{lookup('${next}')}%{lookup('${next}')}"`),
          'a0',
        ),
      ).to.match(/^data\.size/);
      expect(
        await lookedUp(
          twice((next) => `["%{alias('${next}')}", "%{alias('${next}')}"]`),
          'a0',
        ),
      ).to.match(/^data\.size/);
    });

    it('a value that needs another, which needs another, thousands of times', async () => {
      const chain = Array.from({ length: 5000 }, (_, at) => `a${at}: "%{lookup('a${at + 1}')}"`);
      expect(await lookedUp(`${chain.join('\n')}\na5000: x\n`, 'a0')).to.match(
        /^data\.depth: .*deeper than 200 levels/,
      );
    });

    it('values that are nested deeply, and need another at their bottom', async () => {
      const deep = (text: string) => `${'['.repeat(190)}${text}${']'.repeat(190)}`;
      const links = Array.from({ length: 150 }, (_, at) => `a${at}: ${deep(`"%{alias('a${at + 1}')}"`)}`);
      expect(await lookedUp(`${links.join('\n')}\na150: x\n`, 'a0')).to.match(
        /^data\.depth: .*nested too deeply to be evaluated/,
      );
    });
  });

  it('takes time in proportion to its length: unterminated expressions, and thousands of aliases', async () => {
    expect(await lookedUp(`a: "${'%{x'.repeat(500_000)}"\n`)).to.equal('none');
    expect(await lookedUp(`a: "${'%{'.repeat(300_000)}${'}'.repeat(300_000)}"\n`)).to.equal('none');
    const many = `b: &b {c: 1}\na: [${Array(20_000).fill('*b').join(', ')}]\n`;
    expect(await lookedUp(many)).to.equal('none');
    expect(await compiled('node.yaml', `parameters:\n  ${many.trim().replace('\n', '\n  ')}\n`)).to.equal(
      'none',
    );
  });

  describe('as a pattern', () => {
    const text = `${'a'.repeat(50)}b`;

    it('is abandoned if it can match in too many ways, and the next one works', () => {
      for (const pattern of [/^(a+)+$/, /^(a|a)*$/, /^(?:a*)*$/u, /a*a*a*a*a*a*a*a*a*a*a*a*c/]) {
        const texts = [text, 'a'.repeat(2000)];
        expect(() => matchWithTimeout(pattern, texts), String(pattern)).to.throw(
          PatternTimeout,
          'stopped after 1 second',
        );
      }
      // None of these repeats anything without an end.
      for (const pattern of [`^${'(a|a)'.repeat(40)}c`, `^${'a?'.repeat(40)}c`, `^${'a{0,90}'.repeat(9)}c`])
        expect(() => matchWithTimeout(new RegExp(pattern), [`${'a'.repeat(90)}xc`]), pattern).to.throw(
          PatternTimeout,
        );
      expect(matchWithTimeout(/^(a+)+b$/, ['aab', 'c'])).to.deep.equal([true, false]);
      expect(matchWithTimeout(/a/, ['aab', 'c'])).to.deep.equal([true, false]);
    });

    it('is one error in lookup_options', async () => {
      const yaml = `lookup_options:\n  '^(a+)+$':\n    merge: deep\n${text}: 1\n`;
      expect(await lookedUp(yaml, text)).to.match(/^data\.lookup-options: .*'\^\(a\+\)\+\$' was stopped/);
    });

    it('is matched in lookup_options only against keys of the data, all of them for a few seconds at most', async () => {
      const bad = `lookup_options:\n  '^(a+)+$':\n    merge: deep\nb: 1\n`;
      expect(await lookedUp(bad, text)).to.equal('none');
      const keys = Array.from({ length: 100 }, (_, at) => `${'a'.repeat(22)}-${at}`);
      const slow = `lookup_options:\n${Array.from({ length: 20 }, (_, at) => `  '^(a+)+(${at}|$)':\n    merge: deep\n`).join('')}`;
      put('data/common.yaml', `${slow}${keys.map((key) => `${key}: 1\n`).join('')}`);
      const data = await openHierarchy(join(folder, 'data'), { facts: { x: 'y' } });
      expect(() => keys.map((key) => data.lookup(key))).to.throw('more than 5 seconds in all');
    });

    it('with wildcards needs no such time', () => {
      const stars = Array.from({ length: 30 }, () => ['*', exactCharacter('a')] as const).flat();
      expect(matchesWildcards([...stars, exactCharacter('c')], 'a'.repeat(5000))).to.equal(false);
      expect(matchesWildcards(stars, 'a'.repeat(5000))).to.equal(true);
    });

    it('with wildcards matches what a shell matches', () => {
      const [a, b] = [exactCharacter('a'), exactCharacter('b')];
      expect(matchesWildcards([], '')).to.equal(true);
      expect(matchesWildcards(['*'], '')).to.equal(true);
      expect(matchesWildcards([a], '')).to.equal(false);
      expect(matchesWildcards([a, '*', b], 'axxb')).to.equal(true);
      expect(matchesWildcards([a, '*', b], 'abb')).to.equal(true);
      expect(matchesWildcards([a, '*', b], 'abc')).to.equal(false);
      expect(matchesWildcards([a, anyCharacter], 'a\u{1F600}')).to.equal(true);
      expect(matchesWildcards([characterSet('^a-c'), '*'], 'bx')).to.equal(false);
      expect(matchesWildcards([characterSet('a-c'), '*'], 'bx')).to.equal(true);
    });
  });
});
