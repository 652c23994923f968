import type { Duplex, Readable, Writable } from 'node:stream';
import type { StreamAddress } from '../host-network.js';

/**
 * A connection to a host over SSH: by ssh2, or by the client of OpenSSH. Both pass one table of cases.
 *
 * A server limits the channels of a connection. What needs one waits for its turn, and asks again if the server has
 * none to give; `exec` and `forward` therefore may be called at any time and as often as needed.
 */
export interface SshConnection {
  /** The destination as the user wrote it, for messages. */
  readonly name: string;
  /** Where it leads to, in one line: `u1@192.0.2.7:22`, and the jump hosts if there are any. */
  readonly target: string;
  /** Which client it uses, and why: "ssh2", "OpenSSH, because the configuration sets ProxyCommand". */
  readonly transport: string;
  /**
   * Starts a command. The login shell of the user parses it, which may be any shell: use only words that need no
   * quoting, which fish and tcsh read as a POSIX shell does.
   * @param signal Ends the attempt to start it, but not the command.
   * @throws if the server refused it or the connection was lost. `isOutcomeUnknown` tells whether the command may have
   *   been started nevertheless; otherwise it was not.
   */
  exec(command: string, signal?: AbortSignal): Promise<SshChannel>;
  /**
   * Opens a stream to a TCP port or a unix socket, as seen from the host.
   * @param timeout Seconds, which include the time for which it waits for a channel.
   * @param signal Ends the attempt to connect, but not the stream.
   */
  forward(to: StreamAddress, timeout: number, signal?: AbortSignal): Promise<Duplex>;
  /**
   * Aborted when the connection has been lost or closed; the reason is an `Error` that describes how. All streams end
   * then.
   */
  readonly closed: AbortSignal;
  /** Closes the connection, and with it all channels and streams. What a command has started may go on. */
  close(): Promise<void>;
}

/** A command that runs on the host. The server stops sending output that is not read. */
export interface SshChannel {
  readonly input: Writable;
  readonly output: Readable;
  readonly errors: Readable;
  /**
   * The status or the signal, without the prefix `SIG`, once the server has closed the channel: after all output has
   * been received. Both are null if the connection was lost before, or the server reported neither: then nobody knows
   * how the command ended, and it is no success. Never rejects.
   */
  readonly ended: Promise<ChannelEnd>;
  /** Closes the channel without waiting for the command, whose input and output then end. */
  close(): void;
}

/** How a command ended. */
export interface ChannelEnd {
  readonly status: number | null;
  /** `KILL`, `TERM`, … */
  readonly signal: string | null;
}
