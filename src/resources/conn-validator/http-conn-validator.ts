import { boolean, type DesiredOf, integer, matching, nativeType, parameter } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { HttpAnswer } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { resolveRedirect } from '../../hosts/resolve-redirect.js';
import { createNameAttribute, formatHost, sharedAttributes } from './shared-attributes.js';
import { createValidatorProvider } from './validator-provider.js';

const attributes = {
  name: createNameAttribute('a URL'),
  ...sharedAttributes,
  use_ssl: parameter(boolean, 'Whether to connect with https.', { default: false }),
  test_url: parameter(matching(/^\/\S*$/, "a path that begins with '/'"), 'The path that is requested.', {
    default: '/',
  }),
  expected_code: parameter(integer({ min: 100, max: 599 }), 'The expected HTTP status.', {
    default: 200,
  }),
  verify_peer: parameter(boolean, "Whether the server's certificate must be trusted by the host.", {
    default: true,
  }),
};

type DesiredValidator = DesiredOf<typeof attributes>;

/** Statuses of redirections, which are followed unless the expected status is one of them. */
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

/**
 * Waits until a web server answers with the expected status: an API that the following resources use.
 * @example
 * new HttpConnValidator(site, 'glance-api', { host: '127.0.0.1', port: 9292, test_url: '/healthcheck' });
 */
export class HttpConnValidator extends nativeType('http_conn_validator', attributes, {
  effects: 'opaque',
  doc: 'Waits until a web server answers with the expected status.',
  validate: function* (desired) {
    if (isUrl(desired.name)) return;
    if (desired.host === undefined) yield 'a host is required, unless the title is a URL';
    if (desired.port === undefined) yield 'a port is required, unless the title is a URL';
  },
}) {}

provide(
  HttpConnValidator,
  createValidatorProvider<typeof attributes>(async (session, desired, seconds, signal) => {
    const { status } = await sendRequest(session, desired, seconds, signal);
    if (status !== desired.expected_code)
      raise('conn_validator.failed', `the status is ${status} instead of ${desired.expected_code}`);
  }, toUrl),
);

async function sendRequest(
  session: Session,
  desired: DesiredValidator,
  seconds: number,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const end = performance.now() + seconds * 1000;
  let url = toUrl(desired);
  for (let hop = 0; ; hop++) {
    const answer = await session.host.network.request({
      url,
      headers: { accept: 'application/json' },
      verifyPeer: desired.verify_peer,
      timeout: Math.max(1, Math.ceil((end - performance.now()) / 1000)),
      signal,
    });
    const next = answer.headers.location;
    const isRedirect =
      REDIRECT_STATUSES.has(answer.status) && answer.status !== desired.expected_code && next !== undefined;
    if (!isRedirect) return answer;
    if (hop === NETWORK_BOUNDS.redirects) raise('conn_validator.failed', `more than ${hop} redirections`);
    url = resolveRedirect(new URL(url), next).href;
  }
}

function toUrl({ name, host = '', port, use_ssl, test_url }: DesiredValidator): string {
  return isUrl(name) ? name : `${use_ssl ? 'https' : 'http'}://${formatHost(host)}:${port}${test_url}`;
}

function isUrl(name: string): boolean {
  return /^https?:\/\//.test(name) && URL.canParse(name);
}
