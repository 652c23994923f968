import type { Interrupts } from '../../engine/request-lifetime.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { HostNetwork } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { ApiError, UnreachableError } from './api-error.js';
import { buildApiUrl, type Query } from './api-url.js';
import { describeRefusal, describeUnexpectedResponse, type RequestDescription } from './describe-response.js';
import { type HttpResponse, type Method, readBeginning, readText, sendHttpRequest } from './http-client.js';
import { type ParsedJson, parseJson } from './parse-json.js';
import type { TlsTrust } from './tls-trust.js';

/** One request to an API. */
export interface ApiRequest {
  readonly method: Method;
  /** Segments of the path behind the API's URL, not yet encoded. */
  readonly path: readonly string[];
  readonly query?: Query | undefined;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A server with an API, and how to connect to it. */
export interface ApiServer {
  /** The name in messages: `Keystone`. */
  readonly name: string;
  /** The URL of the API. */
  readonly address: string;
  readonly trust: TlsTrust;
  readonly network: HostNetwork;
  readonly interrupts: Interrupts;
}

/** The response of an API. */
export interface ApiResponse {
  readonly headers: HttpResponse['headers'];
  /** The parsed JSON; undefined if the response is empty. */
  readonly body: unknown;
  /** About how many bytes of memory the body takes. */
  readonly size: number;
}

/**
 * Sends one request to an API, once.
 * @param as The user that sends it, for messages.
 * @throws {ApiError} if the API refuses it.
 * @throws {UnreachableError} if there is no response, or none of the API.
 */
export async function sendApiRequest(
  { name, address, trust, network, interrupts }: ApiServer,
  { method, path, query, body, headers }: ApiRequest,
  as?: string,
): Promise<ApiResponse> {
  const server = `${name} at ${address}`;
  if (!URL.canParse(address))
    throw new UnreachableError(`the address of ${name}, ${address}, is not a valid URL; correct it`, false);
  const content = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const description = { server, method, path: `/${path.join('/')}`, as };
  try {
    const response = await sendHttpRequest(network, {
      method,
      url: buildApiUrl(address, path, query),
      headers: {
        accept: 'application/json',
        ...(content === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(content)}` }),
        ...headers,
      },
      body: content,
      trust,
      totalSeconds: NETWORK_BOUNDS.answer,
      interrupts,
    });
    const { status } = response;
    // A redirection is a refusal, too: a token is not sent to another server, and nothing was changed.
    if (status >= 300) {
      const beginning = await readBeginning(response, NETWORK_BOUNDS.refusalBytes);
      throw new ApiError(describeRefusal(description, status, beginning, response.headers.location), status);
    }
    const text = await readText(response, NETWORK_BOUNDS.answerBytes);
    const { value, size } =
      text === '' ? { value: undefined, size: 0 } : parseBody(text, description, response);
    return { headers: response.headers, body: value, size };
  } catch (error) {
    if (!(error instanceof UnreachableError) || error.message.startsWith(server)) throw error;
    throw new UnreachableError(
      `${server} does not answer: ${error.message}; ${remedyFor(error)}`,
      error.wasSent,
      { cause: error },
    );
  }
}

function remedyFor({ wasSent, message }: UnreachableError): string {
  if (wasSent) return 'see its log, and run this again';
  return /certificate/i.test(message)
    ? "name the file with its authority's certificate: OS_CACERT in the environment, cacert in a clouds.yaml"
    : 'start it, or correct the address where the credentials are';
}

function parseBody(
  text: string,
  description: RequestDescription,
  { status, headers }: HttpResponse,
): ParsedJson {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof GlanceApplyError)
      throw new UnreachableError(
        `${description.server} sent a response that cannot be parsed: ${error.message}; check which service listens at this address`,
        true,
        { cause: error },
      );
    throw new UnreachableError(
      describeUnexpectedResponse(description, status, headers['content-type'], text),
      true,
    );
  }
}
