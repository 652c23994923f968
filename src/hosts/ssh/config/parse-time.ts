import { raise } from '../../../errors/glance-apply-error.js';

/** The units of OpenSSH's times, in seconds. */
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Parses a time such as `90`, `1m30s` or `none`, in seconds; undefined if there is none. */
export function parseTime(text: string): number | undefined {
  if (text.toLowerCase() === 'none' || text === '') return undefined;
  if (!/^(?:\d+[smhdw]?)+$/i.test(text))
    return raise('ssh.config', `'${text}' in the SSH configuration is not a time`, {
      hint: 'write seconds, or 1m30s',
    });
  return [...text.matchAll(/(\d+)([smhdw]?)/gi)].reduce(
    (sum, [, number, unit = '']) => sum + Number(number) * (UNITS[unit.toLowerCase()] ?? 1),
    0,
  );
}
