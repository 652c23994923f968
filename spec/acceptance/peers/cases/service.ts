import { Exec, type Scope, Service } from 'glance-apply';
import type { PeerCases, Premises } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const acceptance = 'puppet acceptance/tests/resource/service';
const systemd = 'puppet spec/unit/provider/service/systemd_spec.rb';
const base = 'puppet spec/unit/provider/service/base_spec.rb';
const type = 'puppet spec/unit/type/service_spec.rb';

const sleeper = 'ExecStart=/bin/sleep infinity';
const installable = '[Install]\\nWantedBy=multi-user.target\\n';

/** Writes a unit that is named as the case is. */
const unit = (service = sleeper, suffix = '') =>
  `printf '[Service]\\n${service}\\n${installable}' | sed "s|[$]DIR|$DIR|g" > "/etc/systemd/system/$NAME${suffix}.service"; systemctl daemon-reload`;
const started = `${unit()}; systemctl start "$NAME"`;
const enabled = `${unit()}; systemctl enable "$NAME"`;
const masked = `${unit()}; cp "/etc/systemd/system/$NAME.service" "/lib/systemd/system/$NAME.service"; rm "/etc/systemd/system/$NAME.service"; systemctl daemon-reload; systemctl mask "$NAME"`;
const isActive = 'systemctl is-active "$NAME"';
const isNotActive = 'if systemctl is-active "$NAME"; then exit 1; fi';
const isEnabled = 'test "$(systemctl is-enabled "$NAME")" = enabled';
const isDisabled = 'test "$(systemctl is-enabled "$NAME")" = disabled';
const isMasked = 'test "$(systemctl is-enabled "$NAME")" = masked';
const counting = 'ExecStart=/bin/sh -c "echo start >> $DIR/log; exec sleep infinity"';

type Given = ConstructorParameters<typeof Service>[2];
const service =
  (given: Given) =>
  (site: Scope, { name }: Premises) =>
    void new Service(site, name, given);

/** A service that is refreshed by a command. */
const refreshed = (given: (premises: Premises) => Given) => (site: Scope, premises: Premises) => {
  const change = new Exec(site, 'change', {
    command: `/bin/touch ${premises.dir}/changed`,
    creates: `${premises.dir}/changed`,
  });
  new Service(site, premises.name, { ...given(premises), subscribe: change });
};

export const peers: PeerCases = {
  cleanup: `
    systemctl unmask "$NAME" || true; systemctl stop "$NAME" "$NAME@one" || true
    systemctl disable "$NAME" "$NAME@one" || true; systemctl reset-failed || true
    pkill -f "$DIR/" || true
    rm -rf /etc/systemd/system/"$NAME"* /lib/systemd/system/"$NAME"* /run/systemd/system/"$NAME"*
    systemctl daemon-reload`,
  cases: {
    'starts a service that does not run': {
      source: `${acceptance}/should_manage_service.rb`,
      prepare: unit(),
      manifest: service({ ensure: 'running' }),
      verify: `${isActive}; ${isDisabled}`,
    },
    'stops a service that runs': {
      source: `${acceptance}/should_manage_service.rb`,
      prepare: started,
      manifest: service({ ensure: 'stopped' }),
      verify: isNotActive,
    },
    'leaves a service that runs as it is': {
      source: `${acceptance}/should_manage_service.rb`,
      prepare: started,
      manifest: service({ ensure: true }),
      inSync: true,
      verify: isActive,
    },
    'enables a service without starting it': {
      source: `${acceptance}/systemd_resource_enable.rb`,
      prepare: unit(),
      manifest: service({ enable: true }),
      verify: `${isEnabled}; ${isNotActive}`,
    },
    'disables a service without stopping it': {
      source: `${acceptance}/systemd_resource_enable.rb`,
      prepare: `${enabled}; systemctl start "$NAME"`,
      manifest: service({ enable: false }),
      verify: `${isDisabled}; ${isActive}`,
    },
    'starts and enables in one run': {
      source: `${acceptance}/should_manage_service.rb`,
      prepare: unit(),
      manifest: service({ ensure: 'running', enable: true }),
      verify: `${isEnabled}; ${isActive}`,
    },
    'masks a service, which stays as it runs': {
      source: `${acceptance}/systemd_resource_mask.rb`,
      prepare: `${masked}; systemctl unmask "$NAME"; systemctl start "$NAME"`,
      manifest: service({ enable: 'mask' }),
      verify: `${isMasked}; ${isActive}`,
    },
    'stops a service before it masks it': {
      source: systemd,
      prepare: `${masked}; systemctl unmask "$NAME"; systemctl start "$NAME"`,
      manifest: service({ ensure: 'stopped', enable: 'mask' }),
      verify: `${isMasked}; ${isNotActive}`,
    },
    'masks a service that is not there': {
      source: systemd,
      manifest: service({ enable: 'mask' }),
      verify: isMasked,
    },
    'unmasks a service that is to be enabled, and starts it': {
      source: systemd,
      prepare: masked,
      manifest: service({ ensure: 'running', enable: true }),
      verify: `${isEnabled}; ${isActive}`,
    },
    'unmasks a service that is to be disabled': {
      source: systemd,
      prepare: masked,
      manifest: service({ enable: false }),
      verify: isDisabled,
      puppet: { differs: '0034' },
    },
    'does not start a masked service': {
      source: `${systemd} (startcmd)`,
      prepare: masked,
      manifest: service({ ensure: 'running' }),
      fails: /is masked.*\n?.*enable/s,
      verify: `${isMasked}; ${isNotActive}`,
      puppet: { differs: '0034' },
    },
    'takes a masked service that does not run for stopped and disabled': {
      source: systemd,
      prepare: masked,
      manifest: service({ ensure: 'stopped' }),
      inSync: true,
      verify: isMasked,
    },
    'takes a service that is not there for stopped and disabled': {
      source: `${acceptance}/should_not_change_the_system.rb; ${systemd}`,
      manifest: service({ ensure: 'stopped', enable: false }),
      inSync: true,
    },
    'fails to start a service that is not there': {
      source: `${acceptance}/should_manage_service.rb`,
      manifest: service({ ensure: 'running' }),
      fails: /not found/,
    },
    'fails to enable a service that is not there': {
      source: `${acceptance}/should_manage_service.rb`,
      manifest: service({ enable: true }),
      fails: /not found|does not exist/,
    },
    'starts a service that has failed': {
      source: systemd,
      prepare: `${unit('ExecStart=/bin/sh -c "test -e $DIR/good && exec sleep infinity"')}; systemctl start "$NAME" || true; sleep 1; touch good`,
      manifest: service({ ensure: 'running' }),
      verify: isActive,
    },
    'takes a service that has failed for stopped': {
      source: systemd,
      prepare: `${unit('ExecStart=/bin/false')}; systemctl start "$NAME" || true; sleep 1`,
      manifest: service({ ensure: 'stopped' }),
      inSync: true,
    },
    'fails where a service does not start, with the last that it said': {
      source: systemd,
      prepare: unit('ExecStart=/bin/sh -c "echo no such port; exit 3"'),
      manifest: service({ ensure: 'running' }),
      fails: /does not run[\s\S]*no such port/,
      puppet: { differs: '0034' },
    },
    'takes a oneshot unit that remains for running': {
      source: 'systemd.service(5), RemainAfterExit',
      prepare: unit('Type=oneshot\\nRemainAfterExit=yes\\nExecStart=/bin/true'),
      manifest: service({ ensure: 'running' }),
      verify: isActive,
    },
    'runs a oneshot unit that does not remain in every run, and blames nobody': {
      source: `${systemd} (status)`,
      prepare: unit('Type=oneshot\\nExecStart=/bin/sh -c "echo ran >> $DIR/log"'),
      manifest: service({ ensure: 'running' }),
      again: 'a unit that does one thing and ends does not run afterwards',
      verify: 'grep -q ran log',
    },
    'starts an instance of a template': {
      source: 'systemd.unit(5), template units',
      prepare: unit(sleeper, '@'),
      manifest: (site, { name }) =>
        void new Service(site, `${name}@one`, { ensure: 'running', enable: true }),
      verify: 'systemctl is-active "$NAME@one"; test "$(systemctl is-enabled "$NAME@one")" = enabled',
    },
    'takes a name with its suffix': {
      source: systemd,
      prepare: unit(),
      manifest: (site, { name }) => void new Service(site, `${name}.service`, { ensure: 'running' }),
      verify: isActive,
    },
    'starts a unit of another kind': {
      source: 'systemd.timer(5)',
      prepare: `${unit('Type=oneshot\\nExecStart=/bin/true')}; printf '[Timer]\\nOnCalendar=yearly\\n' > "/etc/systemd/system/$NAME.timer"; systemctl daemon-reload`,
      manifest: (site, { name }) => void new Service(site, `${name}.timer`, { ensure: 'running' }),
      verify: 'systemctl is-active "$NAME.timer"',
      cleanup: 'systemctl stop "$NAME.timer"',
    },
    'reads a unit anew that has changed on disk': {
      source: `${systemd} (daemon-reload)`,
      prepare: `${unit('ExecStart=/bin/false')}; sleep 1; printf '[Service]\\n${sleeper}\\n' > "/etc/systemd/system/$NAME.service"`,
      manifest: service({ ensure: 'running' }),
      verify: isActive,
    },
    'names the unit by its name attribute': {
      source: type,
      prepare: unit(),
      manifest: (site, { name }) => void new Service(site, 'a title', { name, ensure: 'running' }),
      verify: isActive,
    },
    'asks the status command, and runs the start command': {
      source: base,
      manifest: (site, { name, dir }) =>
        void new Service(site, name, {
          ensure: 'running',
          start: `touch ${dir}/up`,
          stop: `rm ${dir}/up`,
          status: `test -e ${dir}/up`,
        }),
      verify: 'test -e up',
    },
    'asks the status command, and runs the stop command': {
      source: base,
      prepare: 'touch up',
      manifest: (site, { name, dir }) =>
        void new Service(site, name, {
          ensure: 'stopped',
          start: `touch ${dir}/up`,
          stop: `rm ${dir}/up`,
          status: `test -e ${dir}/up`,
        }),
      verify: 'if test -e up; then exit 1; fi',
    },
    'finds a service without a status by the pattern of its command line': {
      source: base,
      prepare:
        'printf "#!/bin/sh\\nwhile :; do sleep 1; done\\n" > daemon; chmod +x daemon; (setsid ./daemon "$DIR/" >/dev/null 2>&1 &)',
      manifest: (site, { name, dir }) =>
        void new Service(site, name, {
          ensure: 'running',
          hasstatus: false,
          pattern: `daemon ${dir}/`,
          start: 'false',
        }),
      inSync: true,
      puppet: { differs: '0034' },
    },
    'restarts a service that is refreshed': {
      source: `${acceptance}/service_enable_linux.rb; ${systemd}`,
      prepare: `${unit(counting)}; systemctl start "$NAME"; sleep 1`,
      manifest: refreshed(() => ({ ensure: 'running' })),
      verify: `test "$(wc -l < log)" = 2; ${isActive}`,
    },
    'does not start a stopped service because it is refreshed': {
      source: type,
      prepare: unit(counting),
      manifest: refreshed(() => ({ enable: false })),
      verify: `${isNotActive}; if test -e log; then exit 1; fi`,
    },
    'does not restart what it has just started': {
      source: type,
      prepare: unit(counting),
      manifest: refreshed(() => ({ ensure: 'running' })),
      verify: `sleep 1; test "$(wc -l < log)" = 1; ${isActive}`,
    },
    'restarts with the command of the manifest': {
      source: base,
      prepare: started,
      manifest: refreshed(({ dir }) => ({ ensure: 'running', restart: `touch ${dir}/restarted` })),
      verify: 'test -e restarted',
    },
    'refuses delayed, which Windows alone has': {
      source: type,
      manifest: service({ enable: 'delayed' }),
      refused: /delayed.*Windows/,
      resources: { service: { peer: { enable: 'delayed' } } },
    },
    'refuses manual, which Windows alone has': {
      source: type,
      manifest: service({ enable: 'manual' }),
      refused: /manual.*Windows/,
      resources: { service: { peer: { enable: 'manual' } } },
    },
    'refuses a state that there is not': {
      source: type,
      manifest: service({ ensure: 'paused' as 'running' }),
      refused: /ensure/,
      resources: { service: { peer: { ensure: 'paused' } } },
    },
    'refuses flags, which only OpenBSD has': {
      source: `${type} (flaggable)`,
      manifest: service({ flags: '-v' } as Given),
      refused: /flags.*OpenBSD/,
    },
    'refuses to run what is to be masked': {
      source: systemd,
      manifest: service({ ensure: 'running', enable: 'mask' }),
      refused: /masked service cannot run/,
      puppet: { notApplicable: 'Puppet masks it and fails to start it, or the other way round' },
    },
  },
};
export default chosenCase(peers);
