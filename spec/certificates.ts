import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, in PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes an authority, for as long as a spec needs certificates of its own. */
export class Authority {
  readonly #directory = mkdtempSync(join(tmpdir(), 'glance-apply-certificates-'));
  /** The authority's own certificate. */
  readonly cert: string;
  #made = 0;

  constructor() {
    this.#openssl(['req', '-x509', ...KEY, ...this.#at('ca'), '-subj', '/CN=authority', '-days', '2']);
    this.cert = this.#read('ca.pem');
  }

  /** A certificate that it has signed. @param names `DNS:db.example`, `IP:127.0.0.1` */
  sign(...names: readonly string[]): Certificate {
    const name = this.#next();
    const path = (ending: string) => join(this.#directory, `${name}.${ending}`);
    this.#openssl(['req', ...KEY, '-keyout', path('key'), '-out', path('csr'), '-subj', `/CN=${name}`]);
    writeFileSync(path('ext'), `subjectAltName=${names.join(',')}\n`);
    const signing = ['-CA', join(this.#directory, 'ca.pem'), '-CAkey', join(this.#directory, 'ca.key')];
    this.#openssl([
      ...['x509', '-req', '-in', path('csr'), ...signing, '-set_serial', String(this.#made)],
      ...['-days', '2', '-extfile', path('ext'), '-out', path('pem')],
    ]);
    return { cert: this.#read(`${name}.pem`), key: this.#read(`${name}.key`) };
  }

  /** A certificate that nobody has signed but its owner. */
  selfSigned(name: string): Certificate {
    const file = this.#next();
    const alternative = ['-addext', `subjectAltName=${name}`];
    this.#openssl([
      'req',
      '-x509',
      ...KEY,
      ...this.#at(file),
      '-subj',
      '/CN=self',
      '-days',
      '2',
      ...alternative,
    ]);
    return { cert: this.#read(`${file}.pem`), key: this.#read(`${file}.key`) };
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true });
  }

  #next(): string {
    this.#made += 1;
    return `server-${this.#made}`;
  }

  #at(name: string): string[] {
    return ['-keyout', join(this.#directory, `${name}.key`), '-out', join(this.#directory, `${name}.pem`)];
  }

  #read(name: string): string {
    return readFileSync(join(this.#directory, name), 'utf8');
  }

  #openssl(args: readonly string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
