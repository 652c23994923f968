import { availableParallelism, hostname, machine, networkInterfaces, release, totalmem, type } from 'node:os';
import type { Machine } from '../facts/machine.js';

/** Returns the results of this machine's system calls. */
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
