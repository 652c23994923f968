import { expect } from 'chai';
import type { RunEventBody } from '../../src/engine/events.js';
import { TerminalView } from '../../src/views/index.js';
import { resource, run } from './fixtures.js';

describe('the severity of output', () => {
  const told = (events: readonly RunEventBody[]) => {
    const lines = { result: [] as string[], remark: [] as string[] };
    const view = new TerminalView(
      { result: (line) => lines.result.push(line), note: (line) => lines.remark.push(line) },
      {
        paint: Object.fromEntries(
          ['strong', 'faint', 'good', 'bad', 'warn', 'info'].map((name) => [name, String]),
        ) as never,
        width: 80,
        directory: '/',
      } as never,
    );
    for (const event of events) view.handle(event);
    return lines;
  };
  const message = (level: 'debug' | 'notice' | 'warning' | 'crit', bare: boolean): RunEventBody => ({
    type: 'message',
    reference: 'Notify[x]',
    text: 'hello',
    level,
    bare,
  });

  it('hides messages of low severity, and highlights those of high severity', () => {
    expect(told([message('debug', true)])).to.deep.equal({ result: [], remark: [] });
    expect(told([message('notice', true)])).to.deep.equal({ result: ['hello'], remark: [] });
    expect(told([message('notice', false)])).to.deep.equal({ result: ['Notify[x]: hello'], remark: [] });
    expect(told([message('warning', true)])).to.deep.equal({ result: [], remark: ['warning: hello'] });
    expect(told([message('crit', true)])).to.deep.equal({ result: [], remark: ['crit: hello'] });
  });

  it('hides changes of low severity, but neither failures nor plans', () => {
    const { result } = told(
      run([
        resource('Exec[quiet]', { loglevel: 'info' }),
        resource('Exec[loud]'),
        resource('Exec[broken]', { loglevel: 'debug', outcome: 'failed', reason: 'oops' }),
        resource('Exec[planned]', { loglevel: 'debug', outcome: 'will' }),
      ]),
    );
    expect(result.join('\n'))
      .to.include('loud')
      .and.to.include('broken')
      .and.to.include('planned')
      .and.to.not.include('quiet');
  });
});
