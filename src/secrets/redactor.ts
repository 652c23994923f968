import { REDACTED, Secret } from './secret.js';

/** Shorter texts occur everywhere by chance: they are redacted where they stand as a value, not inside others. */
const SHORTEST_SPAN = 4;

/** They have no URL-encoded form. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Signs that RFC 3986 encodes (Python's `quote` does) and encodeURIComponent leaves. */
const RFC3986_ONLY = /[!'()*]/g;

/**
 * Knows the secrets of a run and blanks them, span by span, in any text that leaves it: a diff that shows the
 * line beside a password, a service's error message, an event, a report. The forms in which a secret usually
 * travels (URL-encoded, JSON-escaped, base64, each of its lines) are blanked too.
 */
export class Redactor {
  readonly #spans = new Set<string>();
  #pattern: RegExp | undefined;

  /** Adds a secret: a text, or anything that contains secrets or texts. */
  add(value: unknown): void {
    if (Secret.is(value)) this.add(value.parts);
    else if (typeof value === 'string') this.#addText(value);
    else if (Array.isArray(value)) for (const item of value) this.add(item);
    else if (typeof value === 'object' && value !== null)
      for (const item of Object.values(value)) this.add(item);
    else if (typeof value === 'number' || typeof value === 'bigint') this.#addText(String(value));
  }

  /** The text with every known secret replaced. */
  text(text: string): string {
    if (this.#spans.size === 0) return text;
    this.#pattern ??= new RegExp(
      [...this.#spans]
        // The longest first, so that a secret that contains another is blanked whole.
        .sort((a, b) => b.length - a.length)
        .map((span) => span.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    );
    return text.replace(this.#pattern, REDACTED);
  }

  /** A copy of plain data with every secret and every span of one replaced. */
  value<T>(value: T): T {
    return this.#walk(value) as T;
  }

  #walk(value: unknown): unknown {
    if (Secret.is(value)) return REDACTED;
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.#walk(item));
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [this.text(key), this.#walk(item)]),
      );
    }
    return value;
  }

  #addText(text: string): void {
    const forms = [text, ...text.split(/\r?\n/)];
    for (const form of forms) {
      if (form.length < SHORTEST_SPAN) continue;
      const spans = [form, JSON.stringify(form).slice(1, -1), Buffer.from(form).toString('base64')];
      const encoded = encodeURIComponent(form.replace(LONE_SURROGATES, ''));
      spans.push(
        encoded,
        encoded.replace(RFC3986_ONLY, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
      );
      for (const span of spans) this.#spans.add(span);
    }
    this.#pattern = undefined;
  }
}
