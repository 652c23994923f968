import { ChannelSlots } from '../channel-slots.js';

/**
 * Connections to one address that are not logged in yet. By default, sshd drops some of them at random when there are
 * ten (`MaxStartups 10:30:100`).
 */
const LIMIT = 8;

/** Per address and process: many names may lead to one host, and all hosts of a site through one jump host. */
const slots = new Map<string, ChannelSlots>();

/** Waits until one more connection to an address may be opened. Returns the function to call after the login. */
export async function beginHandshake(address: string, signal: AbortSignal): Promise<() => void> {
  const own = slots.get(address) ?? new ChannelSlots(LIMIT);
  slots.set(address, own);
  const release = await own.acquire(signal);
  return () => {
    release();
    if (own.taken === 0 && slots.get(address) === own) slots.delete(address);
  };
}
