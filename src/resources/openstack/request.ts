import type { Interrupts } from '../../engine/request-lifetime.js';
import type { HostNetwork } from '../../hosts/host-network.js';
import { NETWORK_BOUNDS } from '../../hosts/network-bounds.js';
import { ApiError, UnreachableError } from './api-error.js';
import { buildApiUrl, type Query } from './api-url.js';
import { describeRefusal, describeUnexpectedResponse } from './describe-response.js';
import { type HttpResponse, type Method, readBeginning, readText, sendHttpRequest } from './http-client.js';
import { parseJson } from './parse-json.js';
import type { Trust } from './trust.js';

/** One question to an API. */
export interface ApiRequest {
  readonly method: Method;
  /** Segments of the path behind the API's address, as they are: they are encoded here. */
  readonly path: readonly string[];
  readonly query?: Query | undefined;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A server with an API, and how it is spoken to. */
export interface ApiServer {
  /** What it is called in messages: `Keystone`. */
  readonly name: string;
  readonly address: string;
  readonly trust: Trust;
  readonly network: HostNetwork;
  readonly interrupts: Interrupts;
}

/** What an API answered. */
export interface ApiResponse {
  readonly headers: HttpResponse['headers'];
  /** What the JSON says; undefined where the answer is empty. */
  readonly body: unknown;
  /** How long the body was, in characters. */
  readonly size: number;
}

/**
 * Asks an API once.
 * @param as Who asks, for messages.
 * @throws {ApiError} where it refuses.
 * @throws {UnreachableError} where there is no answer, or none that is the API's.
 */
export async function sendApiRequest(
  { name, address, trust, network, interrupts }: ApiServer,
  { method, path, query, body: given, headers }: ApiRequest,
  as?: string,
): Promise<ApiResponse> {
  const server = `${name} at ${address}`;
  if (!URL.canParse(address))
    throw new UnreachableError(`the address of ${name}, ${address}, is not a valid URL; correct it`, false);
  const url = buildApiUrl(address, path, query);
  const sent = typeof given === 'string' || given === undefined ? given : JSON.stringify(given);
  const asked = { server, method, path: `/${path.join('/')}`, as };
  try {
    const answer = await sendHttpRequest(network, {
      method,
      url,
      headers: {
        accept: 'application/json',
        ...(sent === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(sent)}` }),
        ...headers,
      },
      body: sent,
      trust,
      totalSeconds: NETWORK_BOUNDS.answer,
      interrupts,
    });
    const { status } = answer;
    // A redirection is a refusal, too: a token is not sent to another server, and nothing was done here.
    if (status >= 300) {
      const said = await readBeginning(answer, NETWORK_BOUNDS.refusalBytes);
      throw new ApiError(describeRefusal(asked, status, said, answer.headers.location), status);
    }
    const text = await readText(answer, NETWORK_BOUNDS.answerBytes);
    const body = text === '' ? undefined : parsed(text, asked, answer);
    return { headers: answer.headers, body, size: text.length };
  } catch (error) {
    if (!(error instanceof UnreachableError) || error.message.startsWith(server)) throw error;
    throw new UnreachableError(
      `${server} does not answer: ${error.message}; ${remedy(error)}`,
      error.wasSent,
      {
        cause: error,
      },
    );
  }
}

function remedy({ wasSent: sent, message }: UnreachableError): string {
  if (sent) return 'see its log, and run this again';
  return /certificate/i.test(message)
    ? "name the file with its authority's certificate: OS_CACERT in the environment, cacert in a clouds.yaml"
    : 'start it, or correct the address where the credentials are';
}

function parsed(
  text: string,
  asked: Parameters<typeof describeUnexpectedResponse>[0],
  { status, headers }: HttpResponse,
): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new UnreachableError(
      describeUnexpectedResponse(asked, status, headers['content-type'], text),
      true,
    );
  }
}
