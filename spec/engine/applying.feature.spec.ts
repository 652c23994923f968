import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { definedType, type Scope } from '../../src/catalog/index.js';
import type { ProviderLookup } from '../../src/engine/group.js';
import { problem } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { Anchor } from '../../src/resources/anchor.js';
import { Resources } from '../../src/resources/resources.js';
import { secret } from '../../src/secrets/secret.js';
import { Batched, Bench, outcomes, Thing } from './world.js';

/** Two things, one after the other. */
class Box extends definedType('box', {}, { doc: 'A box of the specs.' }) {
  override declare(): void {
    new Thing(this, `${this.title} second`, { value: '1', require: Thing.ref(`${this.title} first`) });
    new Thing(this, `${this.title} first`, { value: '1' });
  }
}

describe('a run', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await Bench.open();
  });
  afterEach(() => bench.close());

  it('changes what differs, and nothing in the next run', async () => {
    const body = (site: Scope) => {
      new Thing(site, 'a', { value: '1' });
      new Thing(site, 'b', { ensure: 'absent' });
    };
    const first = await bench.apply(body);
    expect(outcomes(first)).to.deep.equal({ a: 'changed' });
    const second = await bench.apply(body);
    expect(second.resources).to.deep.equal([]);
    expect(second.summary).to.include({ unchanged: 2, changed: 0, total: 2 });
    expect(bench.world.log).to.deep.equal(['change a']);
  });

  it('applies in the order of relations, through containers and anchors', async () => {
    await bench.apply((site) => {
      new Thing(site, 'last', { value: '1', require: Anchor.ref('middle') });
      new Anchor(site, 'middle', { require: Thing.ref('first') });
      new Thing(site, 'first', { value: '1' });
    });
    expect(bench.world.log).to.deep.equal(['change first', 'change last']);
  });

  it('changes nothing before what it requires, and everything in the end, for any graph', async () => {
    const size = 8;
    const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 16 });
    const declared = fc.shuffledSubarray(
      Array.from({ length: size }, (_, at) => at),
      { minLength: size },
    );
    await fc.assert(
      fc.asyncProperty(pairs, declared, async (found, order) => {
        const { world } = bench;
        world.states.clear();
        const required = (later: number) => [
          ...new Set(
            found.flatMap(([one, other]) =>
              Math.max(one, other) === later && one !== other ? [`${Math.min(one, other)}`] : [],
            ),
          ),
        ];
        const early: string[] = [];
        world.before = (name) => {
          const [box, part] = name.split(' ');
          const first = part === 'second' ? [`${box} first`] : [];
          for (const one of [...first, ...required(Number(box)).map((other) => `${other} second`)])
            if (!world.states.has(one)) early.push(`${name} before ${one}`);
        };
        const report = await bench.apply((site) => {
          for (const at of order)
            new Box(site, `${at}`, { require: required(at).map((one) => Box.ref(one)) });
        });
        expect(early).to.deep.equal([]);
        expect(report.summary).to.include({ changed: 2 * size });
      }),
      { numRuns: 60 },
    );
  });

  it('changes independent resources concurrently', async () => {
    await bench.apply((site) => {
      for (const name of ['a', 'b', 'c']) new Thing(site, name, { value: '1', delay: 30 });
    });
    expect(bench.world.mostRunning).to.equal(3);
  });

  it('lets other work proceed while many steps end without waiting, and continues with them', async () => {
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names) bench.world.states.set(name, { ensure: 'present', value: '1' });
    let turns = 0;
    let counting = setImmediate(function count() {
      turns++;
      counting = setImmediate(count);
    });
    const seen: number[] = [];
    const report = await bench.apply(
      (site) => {
        for (const [at, name] of names.entries())
          new Thing(site, name, { value: '1', require: names.slice(0, at).map((one) => Thing.ref(one)) });
      },
      {
        listener: ({ type }) => {
          if (type !== 'resource-finished') return;
          seen.push(turns);
          const end = performance.now() + 50;
          while (performance.now() < end);
        },
      },
    );
    clearImmediate(counting);
    expect(report.summary).to.include({ unchanged: names.length, skipped: 0 });
    expect(new Set(seen).size).to.equal(names.length);
  });

  it('changes a batch in the order of the manifest, whatever the order in which its resources became ready', async () => {
    await bench.apply((site) => {
      for (const name of ['one', 'two', 'three']) {
        new Anchor(site, name);
        new Batched(site, `after ${name}`, { value: '1', require: Anchor.ref(name) });
      }
    });
    expect(bench.world.log).to.deep.equal(['batch after one after two after three']);
  });

  it('begins with the resources that most others wait for', async () => {
    await bench.apply((site) => {
      for (let i = 0; i < 20; i++) new Thing(site, `thing ${i}`, { value: '1' });
      new Thing(site, 'middle', { value: '1', require: Thing.ref('first'), before: Thing.ref('last') });
      new Thing(site, 'last', { value: '1' });
      new Thing(site, 'first', { value: '1' });
      new Thing(site, 'second', { value: '1', before: Thing.ref('last') });
    });
    expect(bench.world.log.slice(0, 2)).to.deep.equal(['change first', 'change second']);
    expect(bench.world.log.indexOf('change middle')).to.be.below(20);
  });

  it('continues with what waits for one resource while the others of its batch are still being changed', async () => {
    await bench.apply((site) => {
      new Thing(site, 'slow', { value: '1', delay: 200 });
      new Thing(site, 'quick', { value: '1' });
      new Thing(site, 'next', { value: '1', delay: 20, require: Thing.ref('quick') });
      new Batched(site, 'last', { value: '1', require: Thing.ref('next') });
    });
    const ended = bench.events.flatMap((event) =>
      event.type === 'resource-finished' ? [event.resource.title] : [],
    );
    expect(ended).to.deep.equal(['quick', 'next', 'last', 'slow']);
  });

  it('changes everything that is ready in one call', async () => {
    await bench.apply((site) => {
      new Batched(site, 'd', { value: '1', require: [Batched.ref('a')] });
      for (const name of ['a', 'b', 'c']) new Batched(site, name, { value: '1' });
    });
    expect(bench.world.log).to.deep.equal(['batch a b c', 'batch d']);
  });

  it('changes a batch in the order of the manifest, whichever resource became ready first', async () => {
    await bench.apply((site) => {
      for (const name of ['a', 'b', 'c']) new Batched(site, name, { value: '1' });
      new Thing(site, 'first', { value: '1', before: ['c', 'a', 'b'].map((name) => Batched.ref(name)) });
    });
    expect(bench.world.log).to.deep.equal(['change first', 'batch a b c']);
  });

  it('changes the members of a failed batch alone, so that the error is attributed to its resource', async () => {
    bench.world.failures.set('b', 2);
    const report = await bench.apply((site) => {
      for (const name of ['a', 'b', 'c']) new Batched(site, name, { value: '1' });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'changed', b: 'failed', c: 'changed' });
    expect(bench.world.log).to.deep.equal(['batch a b c', 'batch a', 'batch b', 'batch c']);
  });

  it('retries nothing of a batch whose provider names the failed resources, except resources with retries', async () => {
    bench.world.ownFailures.add('b').add('c');
    const report = await bench.apply((site) => {
      for (const name of ['a', 'b']) new Batched(site, name, { value: '1' });
      new Batched(site, 'c', { value: '1', retry: { tries: 2, delay: 0 } });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'changed', b: 'failed', c: 'failed' });
    expect(report.resources.find(({ title }) => title === 'b')?.reason).to.equal('b dies');
    expect(bench.world.log).to.deep.equal(['batch a b c', 'batch c', 'batch c']);
  });

  it('retries if the resource declares retries', async () => {
    bench.world.failures.set('a', 2);
    const report = await bench.apply((site) => {
      new Thing(site, 'a', { value: '1', retry: { tries: 3, delay: 0 } });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'changed' });
    expect(bench.world.log).to.have.length(3);
  });

  it('skips what depends on a failure, names the cause, and continues with the rest', async () => {
    bench.world.failures.set('a', 1);
    const report = await bench.apply((site) => {
      new Thing(site, 'a', { value: '1' });
      new Thing(site, 'b', { value: '1', require: Thing.ref('a') });
      new Thing(site, 'c', { value: '1', require: Thing.ref('b') });
      new Thing(site, 'other', { value: '1' });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'failed', b: 'skipped', c: 'skipped', other: 'changed' });
    const skipped = report.resources.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ cause }) => cause)).to.deep.equal(['Thing[a]', 'Thing[a]']);
    expect(report.resources.find(({ title }) => title === 'a')?.reason).to.equal('a cannot be changed');
  });

  it('reports the code of the diagnostic that a resource failed with, and none for other errors', async () => {
    bench.world.before = (name) => {
      if (name === 'a') throw new GlanceApplyError(problem('package.no-version', 'no such package'));
      if (name === 'b') throw new Error('it broke');
    };
    const report = await bench.apply((site) => {
      for (const title of ['a', 'b', 'c']) new Thing(site, title, { value: '1' });
    });
    const codes = report.resources.map(({ title, outcome, code }) => ({ title, outcome, code }));
    expect(codes).to.have.deep.members([
      { title: 'a', outcome: 'failed', code: 'package.no-version' },
      { title: 'b', outcome: 'failed', code: undefined },
      { title: 'c', outcome: 'changed', code: undefined },
    ]);
  });

  it('plans the changes of a resource with noop, and applies the rest', async () => {
    const report = await bench.apply((site) => {
      new Thing(site, 'a', { value: '1', noop: true, notify: Thing.ref('b') });
      new Thing(site, 'b', { value: '1' });
    });
    expect(outcomes(report)).to.deep.equal({ a: 'will', b: 'changed' });
    expect(bench.world.log).to.deep.equal(['change b']);
  });

  it('reports a difference as drift if the manifest was applied before', async () => {
    const body = (site: Scope) => {
      new Thing(site, 'a', { value: '1' });
    };
    const first = await bench.apply(body);
    bench.world.states.set('a', { ensure: 'present', value: '2' });
    const second = await bench.apply(body);
    const third = await bench.apply((site) => {
      new Thing(site, 'a', { value: '3' });
    });
    expect([first, second, third].map((report) => report.resources[0]?.corrective)).to.deep.equal([
      false,
      true,
      false,
    ]);
  });

  it('reports no drift if the provider declares that the difference is none', async () => {
    const providersOf =
      (drifts: boolean): ProviderLookup =>
      (definition) => {
        const choice = bench.world.providers(definition);
        const memory = choice?.providers.memory;
        return (
          memory && { providers: { memory: { ...memory, drifts: () => drifts } }, choose: () => 'memory' }
        );
      };
    const body = (site: Scope) => void new Thing(site, 'a', { value: '1' });
    await bench.apply(body);
    for (const drifts of [false, true]) {
      bench.world.states.set('a', { ensure: 'present', value: '2' });
      const report = await bench.apply(body, { providers: providersOf(drifts) });
      expect(report.resources[0]).to.include({ outcome: 'changed', corrective: drifts });
    }
  });

  it('reports no drift if only a secret differs, because it may be a new one', async () => {
    await bench.apply((site) => void new Thing(site, 'a', { password: 'hunter2!' }));
    const report = await bench.apply((site) => void new Thing(site, 'a', { password: 'hunter3!' }));
    expect(report.resources[0]).to.include({ outcome: 'changed', corrective: false });
  });

  it('fails a resource whose provider returns something that is not an attribute of the type', async () => {
    bench.world.states.set('a', { ensure: 'present', valeu: '1' });
    const report = await bench.apply((site) => {
      new Thing(site, 'a', { value: '1' });
    });
    expect(report.resources[0]?.reason).to.match(/'valeu', which is not an attribute/);
  });

  it('is refused before anything is changed if a type has no provider', async () => {
    const catalog = await bench.compile((site) => {
      new Thing(site, 'a');
      new Batched(site, 'b');
    });
    const providers = (definition: { readonly name: string }) =>
      definition.name === 'thing' ? bench.world.providers(Thing.definition as never) : undefined;
    const refused: unknown = await bench.run(catalog, { providers }).catch((error: unknown) => error);
    expect(refused).to.be.an.instanceOf(GlanceApplyError);
    expect((refused as GlanceApplyError).message).to.include(
      'Batched[b] cannot be applied: the type batched has no provider',
    );
    expect(bench.world.log).to.deep.equal([]);
  });

  it('displays no secret in events, reports and files, whatever its source', async () => {
    bench.world.failures.set('b', 1);
    bench.world.states.set('a', { ensure: 'present', password: 'old-hunter2' });
    const body = (site: Scope) => {
      new Thing(site, 'a', { password: secret('hunter2!'), value: 'postgres://u:hunter2!@h/' });
      new Thing(site, 'b', { value: 'x', require: Thing.ref('a') });
    };
    bench.world.before = (name) => {
      if (name === 'b') throw new Error('login with hunter2! or old-hunter2 or hunter2%21 failed');
    };
    const report = await bench.apply(body);
    const files = await readdir(join(bench.directory, 'state'), { recursive: true, withFileTypes: true });
    const written = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
    );
    const shown = JSON.stringify([bench.events, report, written]);
    expect(shown).to.not.match(/hunter2/);
    expect(report.resources[0]?.changes).to.deep.include({
      property: 'password',
      from: '[redacted]',
      to: '[redacted]',
    });
    expect(report.resources[1]?.reason).to.equal('login with [redacted] or [redacted] or [redacted] failed');
  });

  it('purges what is not in the catalog after all resources of the type, and refreshes what they refresh', async () => {
    bench.world.states.set('stray', { ensure: 'present', value: 'x' });
    bench.world.states.set('astray', { ensure: 'present', value: 'x' });
    bench.world.states.set('kept', { ensure: 'present', value: '1' });
    const report = await bench.apply((site) => {
      new Resources(site, 'thing', { purge: true });
      new Thing(site, 'new', { value: '1', notify: Anchor.ref('end') });
      new Thing(site, 'kept', { value: '1', notify: Anchor.ref('end') });
      new Anchor(site, 'end');
      new Batched(site, 'service', { subscribe: Anchor.ref('end') });
    });
    expect(bench.world.states.has('stray')).to.equal(false);
    expect(bench.world.log).to.deep.equal([
      ...['change new', 'change stray', 'change astray', 'batch service', 'refresh service'],
    ]);
    const purged = { property: 'purge', from: ['astray', 'stray'], to: true };
    expect(report.resources[1]?.changes[0]).to.deep.equal(purged);
  });

  it('makes a purge refresh what its type refreshes even if no other resource of it has changed, and nothing else', async () => {
    const { world } = bench;
    for (const name of ['stray', 'kept']) world.states.set(name, { ensure: 'present', value: '1' });
    const report = await bench.apply((site) => {
      new Resources(site, 'thing', { purge: true });
      new Batched(site, 'first', { ensure: 'absent', notify: Batched.ref('second') });
      new Batched(site, 'second', { ensure: 'absent' });
      new Batched(site, 'service', { ensure: 'absent' });
      const related = { notify: Batched.ref('service'), before: Resources.ref('thing') };
      new Thing(site, 'kept', { value: '1', require: Batched.ref('second'), ...related });
    });
    expect(world.log.filter((one) => one !== 'batch ')).to.deep.equal(['change stray', 'refresh service']);
    expect(report.resources.find(({ title }) => title === 'service')?.refreshedBy).to.deep.equal([
      'Resources[thing]',
    ]);
  });
});
