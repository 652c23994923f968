import type { Scope } from '../../catalog/index.js';
import { toDoubleQuoted } from '../../formats/shell.js';
import { File, FileLine, Package, Service } from '../../resources/index.js';
import type { MemcachedParameters } from './clear-parameters.js';
import { listSwitches } from './switches.js';

/** Declares memcached for both of its classes. */
export function declareMemcached(scope: Scope, given: MemcachedParameters): void {
  const installed = new Package(scope, 'memcached', { ensure: given.package_ensure });
  const config =
    scope.facts.os?.family === 'RedHat' ? declareSysconfig(scope, given) : declareLines(scope, given);
  for (const one of config) scope.chain(installed).before(one);
  if (!given.service_manage) return;
  const runs = given.service_ensure === 'running';
  const service = new Service(scope, 'memcached', { ensure: runs, enable: runs, subscribe: installed });
  for (const one of config) {
    if (given.service_restart) scope.chain(one).notify(service);
    else scope.chain(one).before(service);
  }
}

/** Debian's file has one switch per line, and comments, which are preserved. */
function declareLines(scope: Scope, given: MemcachedParameters): FileLine[] {
  const path = '/etc/memcached.conf';
  const own = listSwitches(given, scope.facts).map(({ name, value }) => {
    const match = `^\\s*${name}(\\s|$)`;
    return new FileLine(scope, `memcached ${name}`, {
      path,
      match,
      ...(value === undefined
        ? { ensure: 'absent', match_for_absence: true, multiple: true }
        : { line: `${name} ${value}` }),
    });
  });
  const verbose = new FileLine(scope, 'memcached -v', {
    path,
    match: '^\\s*-v+\\s*$',
    ...(given.verbosity === ''
      ? { ensure: 'absent', match_for_absence: true, multiple: true }
      : { line: `-${given.verbosity}` }),
  });
  return [...own, verbose];
}

/** Declares the whole file of Enterprise Linux, which contains shell variables. */
function declareSysconfig(scope: Scope, given: MemcachedParameters): File[] {
  const named: Readonly<Record<string, string>> = {
    '-p': 'PORT',
    '-u': 'USER',
    '-c': 'MAXCONN',
    '-m': 'CACHESIZE',
  };
  const all = listSwitches(given, scope.facts);
  const valueOfSwitch = (name: string, fallback: string) =>
    all.find((one) => one.name === name)?.value ?? fallback;
  const options = all.flatMap(({ name, value }) =>
    name in named || value === undefined ? [] : [`${name} ${value}`],
  );
  if (given.verbosity !== '') options.push(`-${given.verbosity}`);
  const content = [
    `PORT=${toDoubleQuoted(valueOfSwitch('-p', '11211'))}`,
    `USER=${toDoubleQuoted(valueOfSwitch('-u', 'memcached'))}`,
    `MAXCONN=${toDoubleQuoted(valueOfSwitch('-c', '1024'))}`,
    `CACHESIZE=${toDoubleQuoted(valueOfSwitch('-m', '64'))}`,
    `OPTIONS=${toDoubleQuoted(options.join(' '))}`,
  ];
  const owner = { owner: 'root', group: 'root', mode: '0644' };
  return [new File(scope, '/etc/sysconfig/memcached', { content: `${content.join('\n')}\n`, ...owner })];
}
