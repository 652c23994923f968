import type { Method } from './exchange.js';

/** How much of what a server said is told. */
const LONGEST = 300;

/** What was asked, of whom, and as whom, for messages. */
export interface Asked {
  /** `Keystone at http://…`. */
  readonly server: string;
  readonly method: Method;
  readonly path: string;
  /** Who asked; undefined before anybody logged in. */
  readonly as: string | undefined;
}

/** What a refusal means, and what to do about it, in one sentence. */
export function refusalText({ server, method, path, as }: Asked, status: number, body: string): string {
  const said = saidIn(body);
  const reason = said === '' ? '' : `: ${said}`;
  const who = as === undefined ? '' : ` ${as}`;
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
export function garbageText(
  { server }: Asked,
  status: number,
  type: string | undefined,
  body: string,
): string {
  const said = saidIn(body);
  const shown = said === '' ? 'nothing' : `'${said}'`;
  return `${server} answers ${status} with ${shown} (${type ?? 'of no type'}), which is not what the API says; see what listens there`;
}

/** What a server said, in one line: the message of its JSON, or the text of its HTML. */
export function saidIn(body: string): string {
  const text = messageIn(body) ?? withoutMarkup(body);
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line.replace(/\.$/, '');
}

function messageIn(body: string): string | undefined {
  try {
    const parsed = JSON.parse(body) as { error?: { message?: unknown }; message?: unknown };
    const message = parsed?.error?.message ?? parsed?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

function withoutMarkup(body: string): string {
  return body
    .replace(/<(head|script|style)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
