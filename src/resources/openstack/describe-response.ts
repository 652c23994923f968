import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import type { Method } from './http-client.js';
import { parseJson } from './parse-json.js';

/** How much of what a server said is told. */
const LONGEST = 300;

/** What was asked, of whom, and as whom, for messages. */
export interface RequestDescription {
  /** `Keystone at http://…`. */
  readonly server: string;
  readonly method: Method;
  readonly path: string;
  /** Who asked; undefined before anybody logged in. */
  readonly as: string | undefined;
}

/**
 * What a refusal means, and what to do about it, in one sentence.
 * @param location Where a redirection leads.
 */
export function describeRefusal(
  { server, method, path, as }: RequestDescription,
  status: number,
  body: string,
  location?: string,
): string {
  const said = extractMessage(body);
  const reason = said === '' ? '' : `: ${said}`;
  const who = as === undefined ? '' : ` ${as}`;
  if (status < 400) {
    const where = location === undefined ? 'elsewhere' : `to ${toShortLine(location)}`;
    return `${server} redirects ${method} ${path} ${where} (${status}), and a login is not sent to another address; correct the address`;
  }
  switch (status) {
    case 401:
      return `${server} does not know${who || ' who is asking'} (401)${reason}; correct the password there, or in Keystone`;
    case 403:
      return `${server} forbids${who} to ${method} ${path} (403)${reason}; that needs a role which the policy of the service asks for, such as admin`;
    case 404:
      return `${server} has no ${path} (404)${reason}`;
    case 409:
      return `${server} finds a conflict in ${method} ${path} (409)${reason}; something of that name is there already, or is in use`;
    case 413:
      return `${server} takes no more (413)${reason}; a quota or a limit is reached`;
    case 429:
      return `${server} is asked too often (429)${reason}; try again later`;
    case 502:
    case 503:
    case 504:
      return `${server} is not ready (${status})${reason}; see whether the service runs, and what its log says`;
    default:
      return status >= 500
        ? `${server} failed at ${method} ${path} (${status})${reason}; its log says why`
        : `${server} refuses ${method} ${path} (${status})${reason}`;
  }
}

/** An answer that is none of the API's. */
export function describeUnexpectedResponse(
  { server }: RequestDescription,
  status: number,
  type: string | undefined,
  body: string,
): string {
  const said = extractMessage(body);
  const shown = said === '' ? 'nothing' : `'${said}'`;
  return `${server} answers ${status} with ${shown} (${type ?? 'of no type'}), which is not what the API says; see what listens there`;
}

/** What a server said, in one line: the message of its JSON, or the text of its HTML. */
export function extractMessage(body: string): string {
  const beginning = body.slice(0, NETWORK_BOUNDS.refusalBytes);
  return toShortLine(parseErrorMessage(beginning) ?? stripMarkup(beginning)).replace(/\.$/, '');
}

function toShortLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function parseErrorMessage(body: string): string | undefined {
  try {
    const parsed = parseJson(body) as { error?: { message?: unknown }; message?: unknown } | null;
    const message = parsed?.error?.message ?? parsed?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Elements of which nothing is shown. */
const HIDDEN = ['head', 'script', 'style'];

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  '#x27': "'",
  '#39': "'",
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
};

/** The text of HTML, in one pass over it: whoever wrote it may have meant it to take long. */
function stripMarkup(body: string): string {
  const small = body.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const hidden = new Set(HIDDEN);
  const parts: string[] = [];
  for (let at = 0; at < body.length; ) {
    const open = body.indexOf('<', at);
    const close = open < 0 ? -1 : body.indexOf('>', open);
    if (close < 0) {
      parts.push(body.slice(at));
      break;
    }
    parts.push(body.slice(at, open));
    at = close + 1;
    const name = /^\w+/.exec(small.slice(open + 1, open + 1 + LONGEST_NAME))?.[0] ?? '';
    if (!hidden.has(name)) continue;
    const end = small.indexOf(`</${name}`, close);
    if (end < 0) hidden.delete(name);
    else at = end;
  }
  return parts.join(' ').replace(/&(\w{2,4}|#x?\d{2});/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** One letter more than the longest of the names that are looked for. */
const LONGEST_NAME = 7;
