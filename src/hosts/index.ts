/** The parts of a host, for hosts and providers outside this library; published as the namespace `hosts`. */
export type { Command, CommandResult } from './command.js';
export type { Host } from './host.js';
export { HostError } from './host-error.js';
export type {
  Access,
  FileContent,
  FileStatus,
  FileStream,
  HostFiles,
  Links,
  PathOptions,
  RealFile,
  RemoveOptions,
  WriteOptions,
} from './host-files.js';
export type { HostNetwork, HttpAnswer, HttpRequest, StreamAddress } from './host-network.js';
export { LocalHost } from './local/local-host.js';
export type { LockConflict, RunLock } from './run-lock.js';
export type { ChannelEnd, SshChannel, SshConnection } from './ssh/connection.js';
export type { SudoOptions } from './ssh/session/open-session.js';
export { SshHost, type SshHostOptions } from './ssh/ssh-host.js';
