import type { ResourceReport } from '../../engine/report.js';
import type { FleetEvent, FleetReport, HostResult } from '../../fleet/fleet-report.js';
import { printableLine } from '../escape-control-characters.js';
import { formatDuration } from '../format-duration.js';
import { renderDiagnostic } from '../render-diagnostic.js';
import { renderPossibleChanges, renderSkipped } from '../render-groups.js';
import { formatReferences, renderResource } from '../render-resource.js';
import { renderTally } from '../render-summary.js';
import { type CompareTexts, isTextChange, loadCompareTexts } from '../render-text-diff.js';
import { severityOf } from '../severity.js';
import type { Style } from '../style.js';
import type { Output } from '../terminal-view.js';
import { truncateLines } from '../truncate-lines.js';
import { wrap } from '../wrap.js';
import { GroupedBlocks } from './grouped-blocks.js';
import { describeHostSet } from './host-set.js';

/** What a host did, in words: an outcome that a person has to do something about names itself. */
const outcomeWords = {
  done: 'done',
  incomplete: 'incomplete',
  failed: 'failed',
  unreachable: 'unreachable',
  'not-attempted': 'not attempted',
} as const;

/**
 * Renders the run of a fleet for people. While it runs, each failure and each host that ends is one line; at the end,
 * what was changed is shown once for all hosts that have it in common, and what became of each host.
 */
export class FleetView {
  readonly #notes = new GroupedBlocks();
  readonly #reports = new Map<string, ResourceReport[]>();
  #ended: FleetReport | undefined;

  constructor(
    private readonly output: Output,
    private readonly style: Style,
  ) {}

  readonly handle = (event: FleetEvent): void => {
    switch (event.type) {
      case 'resource-finished':
        this.#keep(event.host, event.resource);
        break;
      case 'message':
        this.#renderMessage(event.host, event);
        break;
      case 'warning':
        this.#notes.add(event.host, [renderDiagnostic(event.diagnostic, this.style)]);
        break;
      case 'interrupted':
        this.#renderInterruption(event.host, event.reason, event.inFlight);
        break;
      case 'host-finished':
        this.#renderHost(event.result);
        break;
      case 'fleet-finished':
        this.#ended = event.report;
        break;
      default:
    }
  };

  /** Writes what is shown at the end. */
  async close(): Promise<void> {
    const report = this.#ended;
    if (report === undefined) return;
    const compareTexts = [...this.#reports.values()].some((all) =>
      all.some(({ changes }) => changes.some(isTextChange)),
    )
      ? await loadCompareTexts().catch(() => undefined)
      : undefined;
    const all = report.hosts.map(({ host }) => host);
    this.#renderGroups(this.#notes, all, (line) => this.output.note(line));
    const blocks = new GroupedBlocks();
    for (const host of all) this.#addBlocks(blocks, host, report, compareTexts);
    this.#renderGroups(blocks, all, (line) => this.output.result(line));
    this.#renderAssumptions(report);
    this.#renderOutcomes(report, all);
  }

  #keep(host: string, resource: ResourceReport): void {
    if (resource.outcome === 'unchanged') return;
    if (resource.outcome === 'changed' && severityOf(resource.loglevel) === undefined) return;
    const reports = this.#reports.get(host) ?? [];
    this.#reports.set(host, reports);
    reports.push(resource);
    if (resource.outcome !== 'failed') return;
    const [reason = 'no reason was given'] = (resource.reason ?? '').split('\n');
    this.#line(host, `${printableLine(resource.reference)} failed: ${printableLine(reason)}`, 'bad');
  }

  #renderMessage(host: string, event: Extract<FleetEvent, { readonly type: 'message' }>): void {
    const severity = severityOf(event.level);
    if (severity === undefined) return;
    const said = event.bare ? event.text : `${event.reference}: ${event.text}`;
    this.#line(host, `${severity.word}${printableLine(said)}`, severity.word === '' ? undefined : 'warn');
  }

  #renderInterruption(host: string, reason: string | undefined, inFlight: readonly string[]): void {
    const flight = inFlight.length === 0 ? 'nothing in progress' : `finishing ${formatReferences(inFlight)}`;
    this.#line(host, `interrupted${reason === undefined ? '' : ` (${reason})`}: ${flight}`, 'warn');
  }

  #renderHost({ host, outcome, reason, report }: HostResult): void {
    const counted = report === undefined ? '' : `: ${renderTally(report, this.style.paint)}`;
    const why = reason === undefined ? '' : `: ${printableLine(reason)}`;
    const isGood = outcome === 'done';
    this.#line(host, `${outcomeWords[outcome]}${counted}${why}`, isGood ? undefined : 'bad');
  }

  #line(host: string, text: string, colour: 'bad' | 'warn' | undefined): void {
    const { paint, width } = this.style;
    const lines = wrap(`${printableLine(host)}: ${text}`, width);
    for (const line of lines) this.output.note(colour === undefined ? line : paint[colour](line));
  }

  #addBlocks(
    blocks: GroupedBlocks,
    host: string,
    { mode, hosts }: FleetReport,
    compareTexts: CompareTexts | undefined,
  ): void {
    const { style } = this;
    const reports = this.#reports.get(host) ?? [];
    const of = (outcome: string) => reports.filter((report) => report.outcome === outcome);
    for (const report of reports) {
      if (report.outcome === 'may' || report.outcome === 'skipped') continue;
      // How long it took differs on each host.
      blocks.add(host, renderResource({ ...report, duration: 0 }, mode === 'plan', style, compareTexts));
    }
    const [may, skipped] = [renderPossibleChanges(of('may'), style), renderSkipped(of('skipped'), style)];
    if (may.length > 0) blocks.add(host, may);
    if (skipped.length > 0) blocks.add(host, skipped);
    const result = hosts.find((one) => one.host === host);
    for (const diagnostic of result?.diagnostics ?? [])
      blocks.add(host, [renderDiagnostic(diagnostic, style)]);
  }

  #renderGroups(blocks: GroupedBlocks, all: readonly string[], write: (line: string) => void): void {
    const { paint, width } = this.style;
    for (const { hosts, blocks: shared } of blocks.groups()) {
      for (const line of wrap(`${describeHostSet(hosts, all)}:`, width)) write(paint.strong(line));
      for (const block of shared) for (const line of block) write(truncateLines(line));
    }
  }

  #renderAssumptions({ assumptions }: FleetReport): void {
    for (const assumption of assumptions) {
      const text = `assumed to be applied, because its host is not part of the run: ${assumption.assumed}, for ${formatReferences(assumption.for)}`;
      for (const line of wrap(text, this.style.width)) this.output.note(this.style.paint.warn(line));
    }
  }

  #renderOutcomes({ hosts, mode, duration, interrupted }: FleetReport, all: readonly string[]): void {
    const { paint, width } = this.style;
    const outcomes = new GroupedBlocks();
    for (const { host, outcome, reason, report } of hosts) {
      const counted = report === undefined ? '' : `: ${renderTally(report, paint)}`;
      const why = reason === undefined ? '' : `: ${printableLine(reason)}`;
      const word = outcome === 'done' ? paint.good(outcomeWords.done) : paint.bad(outcomeWords[outcome]);
      outcomes.add(host, [`${word}${counted}${why}`]);
    }
    for (const { hosts: some, blocks } of outcomes.groups()) {
      for (const [text = ''] of blocks) {
        const line = `${describeHostSet(some, all)}: ${text}`;
        for (const part of wrap(line, width)) this.output.result(part);
      }
    }
    const lead = interrupted ? paint.bad('interrupted: ') : mode === 'plan' ? 'plan: ' : '';
    const count = all.length === 1 ? '1 host' : `${all.length} hosts`;
    this.output.result(`${lead}${count} in ${formatDuration(duration)}`);
  }
}
