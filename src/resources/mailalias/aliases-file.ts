import { RecordFile, type RecordFormat } from '../records/record-file.js';

/** An alias in an aliases file. */
export interface MailAlias {
  readonly name: string;
  readonly recipients: readonly string[];
}

const INCLUDE = /^:include:\s*/;

const format: RecordFormat<MailAlias> = {
  parse(text) {
    const line = text.replaceAll('\n', ' ');
    const [head = '', quoted, plain] = /^(?:"([^"]+)"|([^\s:#"]+))\s*:/.exec(line) ?? [];
    const name = quoted ?? plain;
    const recipients = line.slice(head.length).trim();
    if (name === undefined || /[\r\u2028\u2029]/.test(recipients)) return undefined;
    return { name, recipients: splitRecipients(recipients) };
  },
  format: ({ name, recipients }) => `${quoteName(name)}: ${recipients.map(quoteRecipient).join(',')}`,
  // A line that begins with white space continues the one above it.
  continues: (line) => /^\s+[^\s#]/.test(line),
};

/** A file of mail aliases that is changed alias by alias. */
export class AliasesFile {
  readonly #file: RecordFile<MailAlias>;

  constructor(text: string) {
    this.#file = new RecordFile(text, format);
  }

  get text(): string {
    return this.#file.text;
  }

  get aliases(): readonly MailAlias[] {
    return this.#file.records;
  }

  find(name: string): MailAlias | undefined {
    return this.aliases.find((alias) => alias.name === name);
  }

  /** Writes an alias at the position of the one with its name, or at the end. */
  put(alias: MailAlias): void {
    this.#file.put(alias, this.find(alias.name));
  }

  remove(name: string): void {
    for (const alias of this.aliases.filter((one) => one.name === name)) this.#file.remove(alias);
  }
}

/** Splits recipients at commas outside quotes, and removes the quotes around each. */
function splitRecipients(text: string): string[] {
  const parts: string[] = [];
  // An unclosed quote is an ordinary character, and so are all quotes after it.
  let closes = true;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ',') {
      parts.push(text.slice(start, at));
      start = at + 1;
    } else if (text[at] === '"' && closes) {
      const end = findClosingQuote(text, at);
      if (end === undefined) closes = false;
      else at = end;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => unquote(part.trim())).filter((part) => part !== '');
}

/** Finds the end of a quoted string. */
function findClosingQuote(text: string, quote: number): number | undefined {
  for (let at = quote + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

/** The file that contains the recipients of an alias; undefined if the alias has other recipients. */
export function includedFileOf({ recipients: [first, ...others] }: MailAlias): string | undefined {
  return first !== undefined && others.length === 0 && INCLUDE.test(first)
    ? first.replace(INCLUDE, '')
    : undefined;
}

/** Converts a file of recipients to a recipient. */
export function toInclusion(file: string): string {
  return `:include: ${file}`;
}

function quoteName(name: string): string {
  return /[\s:#",]/.test(name) ? `"${name}"` : name;
}

function quoteRecipient(recipient: string): string {
  if (/^[-+\w@.]+$/.test(recipient) || INCLUDE.test(recipient)) return recipient;
  return `"${recipient.replace(/["\\]/g, '\\$&')}"`;
}

function unquote(text: string): string {
  const [, inner] = /^"((?:\\.|[^"\\])*)"$/.exec(text) ?? [];
  return inner === undefined ? text : inner.replace(/\\(.)/g, '$1');
}
