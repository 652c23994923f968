import { parseJournalRecord } from '../../../src/engine/state/journal-record.js';
import { parseLedger } from '../../../src/engine/state/ledger-record.js';
import { decodeRecord } from '../../../src/engine/state/record.js';
import { hasOtherSources, parseGroup, parsePasswd } from '../../../src/hosts/account-files.js';
import { parseOsRelease } from '../../../src/hosts/facts/operating-system.js';
import { processors } from '../../../src/hosts/facts/processors.js';
import { selinux } from '../../../src/hosts/facts/selinux.js';
import { parseOwner } from '../../../src/hosts/local/lock/lock-record.js';
import { parseMountPoints } from '../../../src/hosts/mount-points.js';
import { parseShadow } from '../../../src/resources/accounts/shadow.js';
import { ConfigDocument } from '../../../src/resources/config/config-document.js';
import { readSection } from '../../../src/resources/config/read-section.js';
import { listSettings } from '../../../src/resources/config/setting.js';
import { parseSchedule } from '../../../src/resources/cron/cron-time.js';
import { parseCrontab } from '../../../src/resources/cron/parse-crontab.js';
import { TextFile } from '../../../src/resources/file-line/text-file.js';
import { parseDefaultZone, parseZoneServices } from '../../../src/resources/firewalld-service/zone-file.js';
import { parseOpenServer } from '../../../src/resources/glance/glance-image/find-open-server.js';
import { HostsFile } from '../../../src/resources/host/hosts-file.js';
import { AliasesFile } from '../../../src/resources/mailalias/aliases-file.js';
import { formatFstab, parseFstab } from '../../../src/resources/mount/fstab.js';
import { resolveClientOption } from '../../../src/resources/mysql/connection/client-option.js';
import { parseOptionFile } from '../../../src/resources/mysql/connection/option-file.js';
import { resolveTlsPolicy } from '../../../src/resources/mysql/connection/tls-policy.js';
import { parseCloudsFile } from '../../../src/resources/openstack/credentials/clouds-file.js';
import { parseOpenrc } from '../../../src/resources/openstack/credentials/openrc.js';
import { parseStatus } from '../../../src/resources/package/apt/dpkg-status.js';
import { parseVersionLocks } from '../../../src/resources/package/rpm/dnf-output.js';
import { parseEnabledPlugins } from '../../../src/resources/rabbitmq/rabbitmq-plugin/enabled-plugins.js';
import { parseKey } from '../../../src/resources/ssh-authorized-key/key-line.js';
import { KnownHosts } from '../../../src/resources/sshkey/known-hosts.js';
import { RepoFile } from '../../../src/resources/yumrepo/repo-file.js';
import * as samples from './samples.js';
import { type Target, textTarget } from './target.js';

/** Files of a host. */
export const fileTargets: readonly Target[] = [
  textTarget('passwd', [samples.passwd], parsePasswd),
  textTarget('group', [samples.group], parseGroup),
  textTarget('shadow', [samples.shadow], parseShadow),
  textTarget('nsswitch', ['passwd: files systemd\ngroup: files [SUCCESS=merge] sss\n'], (one) =>
    hasOtherSources(one, 'passwd'),
  ),
  textTarget('fstab', [samples.fstab], (one) => formatFstab(parseFstab(one))),
  textTarget('mountinfo', [samples.mountinfo], parseMountPoints),
  textTarget('os-release', [samples.osRelease], parseOsRelease),
  textTarget('processors', ['0-3\n', '0,2-5,7\n'], (one) => processors(one, 2)),
  textTarget('selinux', ['SELINUX=enforcing\nSELINUXTYPE=targeted\n'], (one) => selinux('1', one)),
  textTarget('lock', ['{"owner":"glance-apply apply x (pid 7)"}\n7 1234\n'], parseOwner),
  textTarget('crontab', [samples.crontab], parseCrontab),
  textTarget('cron schedule', ['*/5 0-23 1,2 jan-mar mon', '@daily', '0 0 31 12 7'], parseSchedule),
  textTarget('hosts', [samples.hosts], (one) => {
    const file = new HostsFile(one);
    return [file.find('localhost', '::1'), file.text];
  }),
  textTarget('known_hosts', [samples.knownHosts], (one) => {
    const file = new KnownHosts(one);
    return [file.find('example.org', 'ssh-ed25519'), file.text];
  }),
  textTarget('authorized_keys', [samples.authorizedKeys], (one) => one.split('\n').map(parseKey)),
  textTarget('aliases', [samples.aliases], (one) => {
    const file = new AliasesFile(one);
    return [file.find('postmaster'), file.text];
  }),
  textTarget('ini', [samples.ini], (one) => {
    const file = new ConfigDocument(one);
    return [file.values('DEFAULT', 'bind_host'), listSettings(one), readSection(one, 'database')];
  }),
  textTarget('glance-api.conf', [samples.ini], parseOpenServer),
  textTarget('yum repositories', [samples.repo], (one) => new RepoFile(one).text),
  textTarget('dpkg status', [samples.dpkg], (one) => [...parseStatus(one)]),
  textTarget('versionlock', ['bash-0:5.1.8-6.el9.*\nkernel-5.14.0-1.el9\n'], parseVersionLocks),
  textTarget(
    'firewalld zone',
    ['<?xml version="1.0"?>\n<zone>\n  <service name="ssh"/>\n</zone>\n'],
    parseZoneServices,
  ),
  textTarget('firewalld.conf', ['DefaultZone=public\nLogDenied=off\n'], parseDefaultZone),
  textTarget('enabled plugins', ["[rabbitmq_management,'x-y'].\n% no\n"], parseEnabledPlugins),
  textTarget('mysql options', [samples.mysqlOptions], (one) =>
    resolveTlsPolicy(
      parseOptionFile(one).flatMap((line) =>
        'name' in line ? (resolveClientOption(line.name, line.value, `f:${line.line}`) ?? []) : [],
      ),
    ),
  ),
  textTarget('openrc', ["export OS_AUTH_URL=\"http://x/v3\"\nOS_PASSWORD='a b'\\'c\n"], parseOpenrc),
  textTarget('clouds.yaml', [samples.clouds], parseCloudsFile),
  textTarget('journal', [samples.record], (one) => {
    for (const line of one.split('\n')) {
      const decoded = decodeRecord(line);
      const value = 'record' in decoded ? decoded.record : decoded;
      parseJournalRecord(value);
      parseLedger(value);
    }
  }),
  {
    name: 'lines',
    samples: [Buffer.from('one\r\ntwo\r\n'), Buffer.from('\ufeffä\n')],
    parse: (input) => [TextFile.parse(input, 'utf-8'), TextFile.parse(input, 'latin1')],
  },
];
