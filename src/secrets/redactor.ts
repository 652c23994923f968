import type { Diagnostic } from '../errors/diagnostic.js';
import { REDACTED, Secret } from './secret.js';
import { escapeSchemes, secretEncodings } from './secret-encodings.js';
import { SHORTEST_SPAN, type Span, SpanIndex } from './span-index.js';
import { unescapeText } from './unescape-text.js';

/**
 * Matches the passwords of a URL, which may have several hosts: the text before the next '@' and, because an '@' in a
 * password is not always encoded, before the last one. All repetitions are bounded: a secret may be long and may have
 * been written by another party.
 */
const LOGIN = /(?:[a-z][a-z\d+.-]{0,30}:\/\/|,)[^\s:/@,]{0,1000}:(?=([^\s@]{1,1000})@)(?=(\S{0,1000})@)/gi;

/** A point where something was left out of a text: a secret may have been cut in two there. */
const CUT = /…|\n\[\d+ bytes left out\]\n/g;

/** The maximum number of such points that are inspected. */
const MAX_CUTS = 100;

/** The maximum number of URLs that are searched for in one secret. */
const MAX_LOGINS = 1000;

/** The number of levels of escaping that are undone, such as JSON in JSON. */
const DEPTH = 2;

/**
 * Redacts the secrets of a run in any text that leaves it: a diff with the line next to a password, the error message
 * of a service, an event, a report. Encoded and escaped secrets (see `secret-encodings.ts`) and single lines of a
 * secret are redacted as well.
 */
export class Redactor {
  readonly #spans = new SpanIndex();
  /** Secrets that are too short to be searched for inside other text. */
  readonly #short = new Set<string>();
  readonly #known = new Set<string>();
  readonly #plainWords: boolean;

  /**
   * @param options.plainWords Whether secrets that consist only of letters are redacted as well: with the password
   *   'password' a message about a manifest would become incomprehensible. @default true
   */
  constructor({ plainWords = true }: { readonly plainWords?: boolean } = {}) {
    this.#plainWords = plainWords;
  }

  /** Adds a secret: a string, or a value that contains secrets or strings. */
  add(value: unknown): void {
    if (Secret.is(value)) this.add(value.parts);
    else if (typeof value === 'string') this.#addText(value);
    else if (Array.isArray(value)) for (const item of value) this.add(item);
    else if (value instanceof Uint8Array) this.#addText(Buffer.from(value).toString('utf8'));
    else if (typeof value === 'object' && value !== null)
      for (const item of Object.values(value)) this.add(item);
    else if (typeof value === 'number' || typeof value === 'bigint') this.#addText(String(value));
  }

  /** Redacts every known secret in a text. A very short secret is redacted only if it is the whole text. */
  text(text: string): string {
    if (this.#short.has(text.trim())) return REDACTED;
    if (this.#spans.isEmpty || text.length < SHORTEST_SPAN) return text;
    const spans = [...this.#find(text, DEPTH), ...this.#findCut(text)];
    if (spans.length === 0) return text;
    spans.sort((a, b) => a.start - b.start);
    let [result, copied] = ['', 0];
    for (const { start, end } of spans) {
      if (start >= copied) result += `${text.slice(copied, start)}${REDACTED}`;
      copied = Math.max(copied, end);
    }
    return result + text.slice(copied);
  }

  /** Redacts every known secret in the messages of a diagnostic. */
  diagnostic(diagnostic: Diagnostic): Diagnostic {
    const { message, hint, related } = diagnostic;
    return {
      ...diagnostic,
      message: this.text(message),
      ...(hint === undefined ? {} : { hint: this.text(hint) }),
      ...(related === undefined
        ? {}
        : { related: related.map((other) => ({ ...other, message: this.text(other.message) })) }),
    };
  }

  /** Returns a copy of plain data in which every secret is redacted. */
  value<T>(value: T): T {
    return this.#walk(value) as T;
  }

  #find(text: string, depth: number): Span[] {
    const spans = this.#spans.find(text);
    if (depth === 0) return spans;
    for (const escaping of escapeSchemes) {
      const meant = unescapeText(text, escaping);
      if (meant === undefined) continue;
      for (const span of this.#find(meant.text, depth - 1)) spans.push(meant.origin(span));
    }
    return spans;
  }

  /** Finds the parts of secrets next to the points where something was left out. */
  *#findCut(text: string): Iterable<Span> {
    let cuts = 0;
    for (const { 0: cut, index } of text.matchAll(CUT)) {
      if (++cuts > MAX_CUTS) return;
      const parts = [
        this.#spans.findBeginning(text, index),
        cut === '…' ? undefined : this.#spans.findEnd(text, index + cut.length),
      ];
      for (const part of parts) if (part !== undefined) yield part;
    }
  }

  #walk(value: unknown): unknown {
    if (Secret.is(value)) return REDACTED;
    if (typeof value === 'string') return this.text(value);
    if (typeof value === 'number' || typeof value === 'bigint')
      return this.#known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map((item) => this.#walk(item));
    if (value instanceof Uint8Array) {
      const text = Buffer.from(value).toString('latin1');
      return this.text(text) === text ? value : REDACTED;
    }
    if (typeof value !== 'object' || value === null) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.#walk(item)]));
  }

  #addText(text: string): void {
    if (this.#known.has(text) || (!this.#plainWords && /^[a-z_]+$/i.test(text))) return;
    this.#known.add(text);
    for (const line of [text, ...text.split(/\r?\n|\r/)]) {
      const trimmed = line.trim();
      for (const form of trimmed === line ? [line] : [line, trimmed]) {
        if (form.length >= SHORTEST_SPAN) this.#addSpans(form);
        else if (form !== '') this.#short.add(form);
      }
    }
    if (!text.includes('@')) return;
    let logins = 0;
    for (const [, shortest = '', longest = ''] of text.matchAll(LOGIN)) {
      if (++logins > MAX_LOGINS) break;
      for (const password of [shortest, longest]) {
        if (password === '') continue;
        this.#addText(password);
        this.#addText(decodePercentEncoding(password));
      }
    }
  }

  #addSpans(text: string): void {
    this.#spans.add(text);
    for (const { encode } of secretEncodings) for (const span of encode(text)) this.#spans.add(span);
  }
}

function decodePercentEncoding(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
