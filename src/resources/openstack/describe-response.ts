import { isHash } from '../../data/is-hash.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import type { Method } from './http-client.js';
import { parseJson } from './parse-json.js';

/** The number of characters of a server's message that are displayed. */
const MAX_LENGTH = 300;

/** A request, as messages describe it. */
export interface RequestDescription {
  /** The server: `Keystone at http://…`. */
  readonly server: string;
  readonly method: Method;
  readonly path: string;
  /** The user that sent it; undefined before a login. */
  readonly as: string | undefined;
}

/**
 * Returns what a refusal means and what to do about it, in one sentence.
 * @param location The target of a redirection.
 */
export function describeRefusal(
  { server, method, path, as }: RequestDescription,
  status: number,
  body: string,
  location?: string,
): string {
  const message = extractMessage(body);
  const reason = message === '' ? '' : `: ${message}`;
  const who = as === undefined ? '' : ` ${as}`;
  if (status < 400) {
    const where = location === undefined ? 'elsewhere' : `to ${toShortLine(location)}`;
    return `${server} redirects ${method} ${path} ${where} (${status}), and a login is not sent to another address; correct the address`;
  }
  switch (status) {
    case 401:
      return `${server} does not know${who || ' who is asking'} (401)${reason}; correct the password there, or in Keystone`;
    case 403:
      return `${server} forbids${who} to ${method} ${path} (403)${reason}; that needs a role which the policy of the service requires, such as admin`;
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

/** Returns the message for a response that does not come from the API. */
export function describeUnexpectedResponse(
  { server }: RequestDescription,
  status: number,
  type: string | undefined,
  body: string,
): string {
  const message = extractMessage(body);
  const content = message === '' ? 'nothing' : `'${message}'`;
  return `${server} answers ${status} with ${content} (${type ?? 'of no type'}), which is not an answer of the API; check which service listens at this address`;
}

/** Returns the message of a response in one line: that of its JSON, or the text of its HTML. */
export function extractMessage(body: string): string {
  const beginning = body.slice(0, NETWORK_BOUNDS.refusalBytes);
  return toShortLine(parseErrorMessage(beginning) ?? stripMarkup(beginning)).replace(/\.$/, '');
}

function toShortLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}

function parseErrorMessage(body: string): string | undefined {
  try {
    const { value } = parseJson(body);
    if (!isHash(value)) return undefined;
    const message = (isHash(value.error) ? value.error.message : undefined) ?? value.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Elements whose content is left out. */
const HIDDEN_ELEMENTS = ['head', 'script', 'style'];

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  '#x27': "'",
  '#39': "'",
  quot: '"',
  lt: '<',
  gt: '>',
  amp: '&',
};

/** Returns the text of HTML, in one pass: a hostile server must not be able to make this slow. */
function stripMarkup(body: string): string {
  const lowerCase = body.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const hidden = new Set(HIDDEN_ELEMENTS);
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
    const name = /^\w+/.exec(lowerCase.slice(open + 1, open + 1 + MAX_NAME_LENGTH))?.[0] ?? '';
    if (!hidden.has(name)) continue;
    const end = lowerCase.indexOf(`</${name}`, close);
    if (end < 0) hidden.delete(name);
    else at = end;
  }
  return parts.join(' ').replace(/&(\w{2,4}|#x?\d{2});/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** One letter more than the longest of the hidden elements' names. */
const MAX_NAME_LENGTH = 7;
