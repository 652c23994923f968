/**
 * Returns the milliseconds of processor time that this process spends on some work. Waiting and the work of other
 * processes do not count, so that a bound holds on a busy machine, too.
 */
export function cpuTime(work: () => void): number;
export function cpuTime(work: () => Promise<void>): Promise<number>;
export function cpuTime(work: () => void | Promise<void>): number | Promise<number> {
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const result = work();
  return result instanceof Promise ? result.then(spent) : spent();
}
