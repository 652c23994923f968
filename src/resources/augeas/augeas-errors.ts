import { filePathOf } from './augtool-syntax.js';

/** An error that Augeas has recorded below `/augeas`. */
export interface AugeasError {
  /** The file or the lens. */
  readonly where: string;
  /** `parse_failed`, `put_failed`, … */
  readonly kind: string;
  readonly line: string | undefined;
  readonly message: string | undefined;
}

/** Parses the errors in the output of `print /augeas//error`. */
export function parseAugeasErrors(nodes: ReadonlyMap<string, string | undefined>): AugeasError[] {
  return [...nodes].flatMap(([path, kind]) => {
    if (!/\/error(\[\d+\])?$/.test(path) || kind === undefined) return [];
    const about = path.replace(/\/error(\[\d+\])?$/, '');
    const where = about.startsWith('/augeas/files/')
      ? filePathOf(about.slice('/augeas'.length))
      : (nodes.get(`${path}/path`) ?? about);
    return [{ where, kind, line: nodes.get(`${path}/line`), message: nodes.get(`${path}/message`) }];
  });
}

/** Formats an error in one line. */
export function formatAugeasError({ where, kind, line, message }: AugeasError): string {
  const location = line === undefined ? where : `${where}:${line}`;
  if (kind === 'mk_augtemp' && message === 'No such file or directory') {
    return `${where} cannot be created: its directory does not exist; install the package that contains it, or declare it`;
  }
  // Without a message, the kind is the message: "Can not find lens Nope.lns".
  return `${location}: ${message === undefined ? kind : `${message} (${kind})`}`;
}
