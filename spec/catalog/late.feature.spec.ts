import { execFile, spawn } from 'node:child_process';
import { pbkdf2 } from 'node:crypto';
import { lookup } from 'node:dns';
import { once } from 'node:events';
import { readFile } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel, Worker } from 'node:worker_threads';
import { gzip } from 'node:zlib';
import { expect } from 'chai';
import { classType, compile, manifest, type Scope } from '../../src/catalog/index.js';
import type { Diagnostic } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { compile as compileInSpec } from '../../src/testing/index.js';
import { Inner, Item } from './sample.js';

/** Drops what a late declaration throws, as a careless manifest does. */
const later = (declare: () => unknown) =>
  void Promise.resolve()
    .then(declare)
    .catch(() => {});

async function errorOf(
  body: (site: Scope) => void | Promise<void>,
  compileBody = (one: typeof body) => compile(manifest(one)),
): Promise<Diagnostic | undefined> {
  try {
    await compileBody(body);
    return undefined;
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics[0];
    throw error;
  }
}

describe('what is declared when the manifest has been compiled', () => {
  const ways: Readonly<Record<string, (site: Scope) => void>> = {
    'a resource': (site) => void new Item(site, 'late'),
    'a class': (site) => void site.include(Inner),
    'a collector': (site) => void site.collect(Item),
    'a chain': (site) => void site.chain(Item.ref('a')),
    'a realization': (site) => site.realize(Item.ref('a')),
    'a warning': (site) => site.warn('late'),
    'a refusal': (site) => site.reportError('late'),
  };
  for (const [what, declare] of Object.entries(ways)) {
    it(`is refused at its location: ${what}`, async () => {
      const diagnostic = await errorOf((site) => {
        new Item(site, 'a');
        later(() => declare(site));
      });
      expect(diagnostic).to.include({ code: 'declaration.late' });
      expect(diagnostic?.location?.file).to.match(/late\.feature\.spec\.ts$/);
    });
  }

  it('is refused where it changes what was declared in time', async () => {
    for (const change of ['override', 'before', 'contain'] as const) {
      const diagnostic = await errorOf((site) => {
        const collector = site.collect(Item);
        const chain = site.chain(new Item(site, 'a'));
        site.include(Inner);
        later(() => {
          if (change === 'override') collector.override({ text: 'late' });
          else if (change === 'before') chain.before(Inner.ref());
          else site.contain(Inner);
        });
      });
      expect(diagnostic, change).to.include({ code: 'declaration.late' });
    }
  });

  it('is refused in the body of a class, and so is a body that is async', async () => {
    class Careless extends classType('careless', {}, { doc: 'A class that awaits nothing.' }) {
      override declare(): void {
        later(() => new Item(this, 'late'));
      }
    }
    class Async extends classType('async', {}, { doc: 'A class that is async.' }) {
      override async declare(): Promise<void> {
        await null;
        new Item(this, 'late');
      }
    }
    expect(await errorOf((site) => void site.include(Careless))).to.include({ code: 'declaration.late' });
    expect(await errorOf((site) => void site.include(Async))).to.include({
      code: 'class.async',
      message: 'Class[Async] declares its content in an async function',
    });
  });

  it('is refused in specs as well', async () => {
    const body = (site: Scope) => later(() => new Item(site, 'late'));
    expect(await errorOf(body, (one) => compileInSpec(one, { pre: () => {}, post: () => {} }))).to.include({
      code: 'declaration.late',
    });
  });

  it('is part of the catalog where the manifest is async and awaits it', async () => {
    const catalog = await compile(
      manifest(async (site) => {
        await Promise.all(
          ['a', 'b'].map(async (title) => {
            await new Promise((resolve) => setTimeout(resolve, 5));
            new Item(site, title);
          }),
        );
      }),
    );
    expect(catalog.find('item', 'a')).to.not.equal(undefined);
    expect(catalog.find('item', 'b')).to.not.equal(undefined);
  });
});

describe('work that a manifest starts and does not await', () => {
  const sources: Readonly<Record<string, (done: () => void) => void>> = {
    'a command': (done) => void spawn('/bin/true').on('close', done),
    'the output of a command': (done) => void execFile('/bin/sh', ['-c', 'sleep 0.1'], done),
    compression: (done) => gzip('x', done),
    'a message port': (done) => {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', () => {
        port1.close();
        done();
      });
      port2.postMessage(1);
    },
    'a worker': (done) => void new Worker('', { eval: true }).on('exit', done),
    'a connection to a server of its own': (done) => {
      const server = createServer((_request, response) => {
        response.end();
        server.close();
        done();
      }).listen(0, () => get({ port: (server.address() as AddressInfo).port, agent: false }));
    },
    'a name server': (done) => lookup('localhost', done),
    'a file': (done) => readFile('/etc/passwd', done),
    cryptography: (done) => pbkdf2('x', 'y', 1, 8, 'sha256', done),
  };
  for (const [what, start] of Object.entries(sources)) {
    it(`is heard to its end, so that what it declares is refused: ${what}`, async () => {
      const diagnostic = await errorOf((site) => {
        new Item(site, 'a');
        start(() => later(() => new Item(site, 'late')));
      });
      expect(diagnostic?.message).to.match(/^Item\[late\] is declared after the manifest was compiled/);
    });
  }

  it('is none where it has been awaited, whatever it is', async () => {
    const body = async (site: Scope) => {
      for (const [what, start] of Object.entries(sources)) {
        await new Promise<void>((resolve) => start(resolve));
        new Item(site, what);
      }
      const server = createServer((_request, response) => response.end('text')).listen(0);
      await once(server, 'listening');
      const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`);
      new Item(site, await answer.text());
      server.close();
    };
    expect(await errorOf(body)).to.equal(undefined);
  });

  it('is waited for where it ends soon, and declares nothing', async () => {
    let ended = false;
    await compile(manifest(() => void setTimeout(() => (ended = true), 20)));
    expect(ended).to.equal(true);
  });

  it('is refused where it goes on, with the place where it was started', async () => {
    let timer: NodeJS.Timeout | undefined;
    const interval = () => {
      timer = setInterval(() => {}, 10);
    };
    for (const start of [interval, () => void new Promise(() => {})]) {
      const diagnostic = await errorOf(start);
      clearInterval(timer);
      expect(diagnostic).to.include({ code: 'manifest.unfinished' });
      expect(diagnostic?.location?.file).to.match(/late\.feature\.spec\.ts$/);
    }
  });

  it('does not count where another compilation, or the program around it, has started it', async () => {
    const timer = setInterval(() => {}, 10);
    const slow = compile(
      manifest(async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
      }),
    );
    await compile(manifest((site) => void new Item(site, 'a')));
    await slow;
    clearInterval(timer);
  });
});
