import { availableParallelism, hostname, machine, networkInterfaces, release, totalmem, type } from 'node:os';
import type { Machine } from '../facts/machine.js';

/** Returns what the system calls of this machine return. */
export function localMachine(): Machine {
  return {
    hostname: hostname(),
    kernel: type(),
    kernelRelease: release(),
    hardware: machine(),
    processors: availableParallelism(),
    memory: totalmem(),
    interfaces: networkInterfaces(),
  };
}
