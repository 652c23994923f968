import type { Message, RunEventBody } from '../engine/events.js';
import type { Report, ResourceReport } from '../engine/report.js';
import { printableLine } from './escape-control-characters.js';
import { renderDiagnostic } from './render-diagnostic.js';
import { renderPossibleChanges, renderSkipped } from './render-groups.js';
import { formatReferences, renderResource } from './render-resource.js';
import { renderSummary } from './render-summary.js';
import { type CompareTexts, isTextChange, loadCompareTexts } from './render-text-diff.js';
import { severityOf } from './severity.js';
import type { Style } from './style.js';
import { truncateLines } from './truncate-lines.js';
import { wrap } from './wrap.js';

/** The destination of lines: `result` for what a run did, `note` for warnings and other messages. */
export interface Output {
  result(line: string): void;
  note(line: string): void;
}

type RunStarted = Extract<RunEventBody, { readonly type: 'run-started' }>;

/**
 * Renders the events of a run for people. Resources are shown as their steps end; resources that may change and skipped
 * ones are collected and shown at the end.
 */
export class TerminalView {
  readonly #may: ResourceReport[] = [];
  readonly #skipped: ResourceReport[] = [];
  readonly #waiting: RunEventBody[] = [];
  #planned = false;
  #compareTexts: CompareTexts | undefined;
  #loading: Promise<void> | undefined;

  private readonly output: Output;

  constructor(
    output: Output,
    private readonly style: Style,
  ) {
    this.output = {
      result: (line) => output.result(truncateLines(line)),
      note: (line) => output.note(truncateLines(line)),
    };
  }

  /** Handles an event. Events are queued while the module that compares texts is being loaded. */
  readonly handle = (event: RunEventBody): void => {
    if (this.#loading !== undefined) {
      this.#waiting.push(event);
    } else if (this.#compareTexts === undefined && showsTexts(event)) {
      this.#waiting.push(event);
      this.#loading = this.#loadCompareTexts();
    } else {
      this.#render(event);
    }
  };

  /** Resolves when every event that was handled has been written. */
  async flush(): Promise<void> {
    await this.#loading;
  }

  async #loadCompareTexts(): Promise<void> {
    this.#compareTexts = await loadCompareTexts().catch(() => () => undefined);
    this.#loading = undefined;
    for (const event of this.#waiting.splice(0)) this.#render(event);
  }

  #render(event: RunEventBody): void {
    const { output, style } = this;
    switch (event.type) {
      case 'run-started':
        this.#planned = event.mode === 'plan';
        this.#renderPending(event);
        break;
      case 'resource-finished':
        this.#renderResource(event.resource);
        break;
      case 'message':
        this.#renderMessage(event);
        break;
      case 'warning':
        output.note(renderDiagnostic(event.diagnostic, style));
        break;
      case 'interrupted': {
        const flight = event.inFlight.length === 0 ? 'none' : formatReferences(event.inFlight);
        const reason = event.reason === undefined ? '' : `${event.reason}; `;
        const text = `interrupted: ${reason}finishing work in progress (${flight}) and skipping the rest; a second interrupt terminates commands`;
        for (const line of wrap(text, style.width)) output.note(style.paint.bad(line));
        break;
      }
      case 'run-finished':
        this.#renderEnd(event.report);
        break;
    }
  }

  #renderPending({ pendingRefreshes, pendingElsewhere, atWork }: RunStarted): void {
    const whose =
      atWork === undefined ? 'left pending by an earlier run' : 'pending in the run that is in progress';
    const texts =
      pendingRefreshes.length === 0 ? [] : [`${whose}: refresh of ${formatReferences(pendingRefreshes)}`];
    // Refreshes that are pending elsewhere may belong to that run as well.
    for (const { run, references: others } of atWork === undefined ? pendingElsewhere : [])
      texts.push(
        `left pending until ${printableLine(run)} is applied again: refresh of ${formatReferences(others)}`,
      );
    for (const line of texts.flatMap((text) => wrap(text, this.style.width)))
      this.output.note(this.style.paint.warn(line));
  }

  #renderMessage({ reference, text, level, bare }: Message): void {
    const severity = severityOf(level);
    if (severity === undefined) return;
    const { output, style } = this;
    const content = bare ? printableLine(text) : `${printableLine(reference)}: ${printableLine(text)}`;
    for (const line of wrap(severity.word + content, style.width)) {
      if (severity.word === '') output.result(line);
      else output.note(style.paint[severity.colour](line));
    }
  }

  #renderResource(report: ResourceReport): void {
    // A plan shows everything, and a failure is always shown.
    if (report.outcome === 'changed' && severityOf(report.loglevel) === undefined) return;
    if (report.outcome === 'may') this.#may.push(report);
    else if (report.outcome === 'skipped') this.#skipped.push(report);
    else if (report.outcome !== 'unchanged') {
      const lines = renderResource(report, this.#planned, this.style, this.#compareTexts);
      for (const line of lines) this.output.result(line);
    }
  }

  #renderEnd(report: Report): void {
    const { output, style } = this;
    for (const line of renderPossibleChanges(this.#may, style)) output.result(line);
    for (const line of renderSkipped(this.#skipped, style)) output.result(line);
    for (const line of wrap(renderSummary(report, style.paint), style.width)) output.result(line);
  }
}

function showsTexts(event: RunEventBody): boolean {
  return event.type === 'resource-finished' && event.resource.changes.some(isTextChange);
}
