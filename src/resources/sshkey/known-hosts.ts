import { createHmac } from 'node:crypto';
import { RecordFile } from '../records/record-file.js';

/** A host in a known_hosts file. */
export interface KnownHost {
  /** The name of the host, or the hash of it. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: string;
  readonly key: string;
  /** The comment after the key; empty if there is none. */
  readonly comment: string;
}

/** A known_hosts file that is changed key by key. Lines with a marker, such as `@revoked`, are left as they are. */
export class KnownHosts {
  readonly #file: RecordFile<KnownHost>;

  constructor(text: string) {
    this.#file = new RecordFile(text, { parse: parseHost, format: formatHost });
  }

  get text(): string {
    return this.#file.text;
  }

  get hosts(): readonly KnownHost[] {
    return this.#file.records;
  }

  /** Finds the key of this type of a host, by its name or the hash of its name. */
  find(name: string, type: string): KnownHost | undefined {
    const ofType = this.hosts.filter((one) => one.type === type);
    return ofType.find((one) => one.name === name) ?? ofType.find((one) => isHashOf(one.name, name));
  }

  /** Writes a key at the position of another, or at the end. */
  put(host: KnownHost, before: KnownHost | undefined): void {
    this.#file.put(host, before);
  }

  remove(host: KnownHost): void {
    this.#file.remove(host);
  }
}

function parseHost(line: string): KnownHost | undefined {
  const [, names, type, key, comment = ''] = /^\s*([^\s#@]\S*)\s+(\S+)\s+(\S+)\s*(.*?)\s*$/.exec(line) ?? [];
  if (names === undefined || type === undefined || key === undefined) return undefined;
  const [name = '', ...aliases] = names.split(',');
  return { name, aliases, type, key, comment };
}

function formatHost({ name, aliases, type, key, comment }: KnownHost): string {
  return [[name, ...aliases].join(','), type, key, comment].filter((part) => part !== '').join(' ');
}

/** Whether a name is the hash of another: `|1|salt|hash`, the form of `HashKnownHosts yes`. */
function isHashOf(hashed: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(hashed) ?? [];
  if (salt === undefined || hash === undefined) return false;
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
}
