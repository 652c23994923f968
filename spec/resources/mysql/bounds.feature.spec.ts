import { setTimeout as sleep } from 'node:timers/promises';
import { assert, expect } from 'chai';
import type { Interrupts } from '../../../src/engine/request-lifetime.js';
import { LocalNetwork } from '../../../src/hosts/local/local-network.js';
import { connectProtocol } from '../../../src/resources/mysql/connection/protocol-client.js';
import type { SqlClient } from '../../../src/resources/mysql/connection/sql-client.js';
import { type Behaviour, packet, servingDatabase, switchTo } from './database-server.js';

/** Small enough that nothing has to be waited for. */
const bounds = {
  sqlGreeting: 0.3,
  sqlGreetingBytes: 10_000,
  sqlAnswer: 0.3,
  sqlAnswerBytes: 100_000,
  sqlAnswerValues: 1000,
};

const never: Interrupts = { stop: new AbortController().signal, signal: new AbortController().signal };

/** Logs in, and asks something. */
function asking(behaviour: Behaviour, interrupts = never, limits = bounds): Promise<string> {
  const network = new LocalNetwork();
  return servingDatabase(behaviour, async ({ port }) => {
    const open = () => network.open({ address: '127.0.0.1', port }, 5);
    const credentials = { user: 'root', password: 'x', tls: undefined, name: 'localhost', isTrusted: false };
    let client: SqlClient | undefined;
    try {
      client = await connectProtocol(open, credentials, interrupts, limits);
      return JSON.stringify(await client.query(['SELECT 1']));
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client?.close();
    }
  });
}

const END = Buffer.from([0xfe, 0, 0, 2, 0]);
const VARCHAR = 253;
const JSON_DOCUMENT = 245;

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from([words.length]), Buffer.from(words)]);
}

function column(name: string, type = VARCHAR): Buffer {
  return Buffer.concat([
    ...['def', '', '', '', name, ''].map(text),
    Buffer.from([0x0c, 45, 0, 255, 0, 0, 0, type, 0, 0, 0, 0, 0]),
  ]);
}

/** One column, and rows of it without an end. */
function flood(stream: Parameters<NonNullable<Behaviour['answer']>>[0], number: number): void {
  stream.write(packet(number, Buffer.from([1])));
  stream.write(packet(number + 1, column('a')));
  stream.write(packet(number + 2, END));
  let next = number + 3;
  const more = () => {
    while (!stream.destroyed && stream.write(packet(next++, text('x'.repeat(200)))));
  };
  stream.on('drain', more);
  more();
}

/** Packets without an end, which are all the same. */
function repeating(first: readonly Buffer[], again: Buffer): NonNullable<Behaviour['answer']> {
  return (stream, number) => {
    for (const [at, payload] of first.entries()) stream.write(packet(number + at, payload));
    let next = number + first.length;
    const more = () => {
      while (!stream.destroyed && stream.write(packet(next++, again)));
    };
    stream.on('drain', more);
    more();
  };
}

/** Does something, and fails where it writes on the console. */
async function withoutConsole<T>(work: () => Promise<T>): Promise<T> {
  const { error, warn, log } = console;
  const written: unknown[] = [];
  const keep = (...words: unknown[]) => void written.push(...words);
  Object.assign(console, { error: keep, warn: keep, log: keep });
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn, log });
    expect(written).to.deep.equal([]);
  }
}

describe('a database server that hangs or floods', () => {
  it('without a greeting is given up', async () => {
    expect(await asking({ instead: () => {} })).to.match(/ETIMEDOUT/);
  });

  it('with a greeting of a byte now and then is given up', async () => {
    const instead: Behaviour['instead'] = (socket) => {
      const timer = setInterval(() => socket.write('\x4a'), 50);
      socket.once('close', () => clearInterval(timer));
    };
    expect(await asking({ instead })).to.match(/ETIMEDOUT/);
  });

  it('without an answer is given up', async () => {
    expect(await asking({ answer: () => {} })).to.equal('no answer within 0.3 seconds');
  });

  it('with rows without an end is given up', async () => {
    expect(await asking({ answer: flood }, never, { ...bounds, sqlAnswer: 30 })).to.match(
      /exceeds the size limit/,
    );
  });

  const most = { ...bounds, sqlAnswer: 30, sqlAnswerBytes: 1e9 };
  const millions = Buffer.from([0xfd, 0, 0, 0xff]);
  const small: readonly [what: string, answer: NonNullable<Behaviour['answer']>][] = [
    ['rows', repeating([Buffer.from([1]), column('a'), END], Buffer.from([0]))],
    ['columns', repeating([millions], column('a'))],
    ['results', repeating([], Buffer.from([0, 0, 0, 10, 0, 0, 0]))],
  ];
  for (const [what, answer] of small) {
    it(`with ${what} without an end is given up, however small they are`, async () => {
      expect(await asking({ answer }, never, most)).to.contain('more values than a database server may');
    });
  }

  it('that never stops asking for the password is given up', async () => {
    const demands = Array.from({ length: 400 }, () => switchTo('mysql_native_password'));
    expect(await asking({ demands }, never, { ...bounds, sqlGreeting: 30 })).to.contain(
      'exceeds the size limit',
    );
  });

  it('with something that is no greeting at all is an error, and not the end of the program', async () => {
    for (const greeting of [
      'HTTP/1.1 400 Bad Request\r\n\r\n',
      packet(0, Buffer.from([10])),
      packet(0, Buffer.alloc(0)),
    ]) {
      const instead: Behaviour['instead'] = (socket) => void socket.end(greeting);
      expect(await asking({ instead }))
        .to.be.a('string')
        .and.not.to.match(/^\[/);
    }
  });

  it('with packets in another order is an error, and writes nothing past the output of the run', async () => {
    const answer: Behaviour['answer'] = (stream, number) => stream.write(packet(number + 3, END));
    expect(await withoutConsole(() => asking({ answer }))).to.match(/its response cannot be read: .*order/);
  });

  it('with a name that a terminal would act upon writes nothing past the output of the run', async () => {
    const parts = [
      Buffer.from([1]),
      column('\x1b]0;a', JSON_DOCUMENT),
      END,
      Buffer.from([4, 0x22, 0xc3, 0xa9, 0x22]),
      END,
    ];
    const answer: Behaviour['answer'] = (stream, number) =>
      stream.write(Buffer.concat(parts.map((part, at) => packet(number + at, part))));
    expect(await withoutConsole(() => asking({ answer }))).to.equal('[[{"\\u001b]0;a":"\\"é\\""}]]');
  });

  it('has no code made of the names that it gives', async () => {
    const parts = [Buffer.from([1]), column('named by the server'), END, text('x'), END];
    const answer: Behaviour['answer'] = (stream, number) =>
      stream.write(Buffer.concat(parts.map((part, at) => packet(number + at, part))));
    const { Function: maker } = globalThis;
    globalThis.Function = new Proxy(maker, {
      apply: () => assert.fail('code was made of a text'),
      construct: () => assert.fail('code was made of a text'),
    });
    try {
      expect(await asking({ answer })).to.equal('[[{"named by the server":"x"}]]');
    } finally {
      globalThis.Function = maker;
    }
  });

  for (const second of [false, true]) {
    it(`is left when the run is interrupted for the ${second ? 'second' : 'first'} time`, async () => {
      const [stop, abort] = [new AbortController(), new AbortController()];
      const patient = { ...bounds, sqlGreeting: 60, sqlAnswer: 60 };
      for (const behaviour of [{ instead: () => {} }, { answer: () => {} }]) {
        const beginning = performance.now();
        const said = asking(behaviour, { stop: stop.signal, signal: abort.signal }, patient);
        await sleep(100);
        (second ? abort : stop).abort();
        expect(await said).to.equal('the run was interrupted');
        // Far from the bounds of the connection, also on a busy machine.
        expect(performance.now() - beginning).to.be.lessThan(30_000);
      }
    });
  }
});
