import { expect } from 'chai';
import { type Release, releases } from '../../../../src/data/releases.js';
import {
  checkSettings,
  type SettingProblem,
} from '../../../../src/resources/config/options/check-settings.js';
import { ReleaseOptions } from '../../../../src/resources/config/options/release-options.js';
import { findGlanceFile, type GlanceFile } from '../../../../src/resources/glance/options/glance-options.js';

interface Circumstances {
  readonly release?: Release;
  readonly file?: GlanceFile;
  readonly stores?: readonly string[];
}

/** What is said of settings, written as `section/name` or `section/name = value`. */
function remarks(settings: readonly string[], circumstances: Circumstances = {}): readonly SettingProblem[] {
  const { release = 'zed', file = 'glance-api.conf', stores = [] } = circumstances;
  const parsed = settings.map((text) => {
    const [path = '', value] = text.split(' = ');
    const slash = path.indexOf('/');
    const values = value === undefined ? undefined : [value];
    return { section: path.slice(0, slash), name: path.slice(slash + 1), values };
  });
  return [...checkSettings(ReleaseOptions.of(findGlanceFile(file), release), parsed, new Set(stores))];
}

const said = (settings: readonly string[], circumstances?: Circumstances) =>
  remarks(settings, circumstances).map(({ kind, message, hint }) => [kind, message, hint]);

describe('Settings of a release of Glance', () => {
  it('are accepted if the sample lists them', () => {
    for (const release of releases) {
      const settings = ['DEFAULT/bind_host = 0.0.0.0', 'DEFAULT/bind_port = 9292', 'DEFAULT/workers = 4'];
      expect(said([...settings, 'database/connection', 'paste_deploy/flavor'], { release })).to.deep.equal(
        [],
      );
    }
  });

  it('are unknown if no release has them, and the nearest name is suggested', () => {
    expect(said(['DEFAULT/ble_v1_api = false'], { release: 'newton' })).to.deep.equal([
      [
        'unknown',
        "glance-api.conf of newton has no option 'ble_v1_api' in [DEFAULT]",
        "did you mean 'enable_v1_api'?",
      ],
    ]);
    expect(remarks(['DEFAULT/bind_hots = ::'])[0]?.hint).to.equal("did you mean 'bind_host'?");
  });

  it('are reported as removed if the nearest name has been removed', () => {
    expect(remarks(['DEFAULT/ble_v1_api = false'])[0]?.hint).to.contain(
      "'enable_v1_api'? It ended with queens",
    );
  });

  it('are reported with the right section if they are in another one', () => {
    expect(remarks(['DEFAULT/disk_formats = raw'])[0]).to.include({ kind: 'old' });
    expect(remarks(['paste_deploy/www_authenticate_uri = http://a'])[0]?.hint).to.equal(
      'did you mean keystone_authtoken/www_authenticate_uri?',
    );
  });

  it('are reported with the release in which they were removed or added', () => {
    expect(said(['DEFAULT/registry_host = ::'])).to.deep.equal([
      [
        'release',
        'DEFAULT/registry_host of glance-api.conf ended with ussuri, and this node is zed',
        'leave it out: the service does not read it',
      ],
    ]);
    expect(remarks(['DEFAULT/enabled_backends = a:file'], { release: 'newton' })[0]?.message).to.contain(
      'begins with stein',
    );
  });

  it('are reported with their replacement if they are deprecated', () => {
    expect(said(['keystone_authtoken/auth_uri = http://a:5000'])).to.deep.equal([
      [
        'old',
        'keystone_authtoken/auth_uri of glance-api.conf is deprecated since queens',
        'write keystone_authtoken/www_authenticate_uri instead',
      ],
    ]);
    expect(said(['keystone_authtoken/auth_uri = http://a:5000'], { release: 'pike' })).to.deep.equal([]);
    expect(remarks(['glance_store/stores = file'])[0]?.hint).to.equal(
      'write DEFAULT/enabled_backends instead',
    );
  });

  it('are reported with the new name if they have an older one that is still read', () => {
    expect(said(['DEFAULT/logdir = /var/log'])).to.deep.equal([
      [
        'old',
        'DEFAULT/logdir is an old name of DEFAULT/log_dir in glance-api.conf',
        'write DEFAULT/log_dir instead',
      ],
    ]);
    expect(remarks(['DATABASE/sql_idle_timeout = 60'], { release: 'newton' })[0]?.hint).to.equal(
      'write database/idle_timeout instead',
    );
    expect(remarks(['database/idle_timeout = 60'])[0]?.hint).to.contain('database/connection_recycle_time');
  });

  it('are reported with the accepted values if they have another one', () => {
    expect(said(['DEFAULT/bind_port = 70000'])).to.deep.equal([
      [
        'value',
        "'70000' is not valid for DEFAULT/bind_port of glance-api.conf: it takes a port, 0 to 65535",
        undefined,
      ],
    ]);
    expect(remarks(['taskflow_executor/engine_mode = parallell'])[0]?.hint).to.equal(
      "did you mean 'parallel'?",
    );
  });

  it('are reported once for a section that no release has', () => {
    expect(said(['databsae/connection', 'databsae/max_retries = 3'])).to.deep.equal([
      ['unknown', 'glance-api.conf of zed has no section [databsae]', "did you mean 'database'?"],
    ]);
  });

  describe('in the section of an authentication plugin', () => {
    const plugin = ['auth_url', 'username', 'password', 'project_name', 'user_domain_name', 'system_scope'];

    it('are accepted if the type of the plugin is given', () => {
      for (const section of ['keystone_authtoken', 'oslo_limit', 'barbican_service_user']) {
        const settings = ['auth_type', ...plugin].map((name) => `${section}/${name} = x`);
        expect(said(settings), section).to.deep.equal([]);
      }
    });

    it('are accepted if the file may contain the type already', () => {
      expect(said(['keystone_authtoken/password'])).to.deep.equal([]);
    });

    it('are unknown elsewhere', () => {
      expect(said(['database/username = glance', 'database/password'])).to.have.length(2);
    });

    it('are unknown if only a URL is given: auth_uri was meant', () => {
      const [older] = remarks(['keystone_authtoken/auth_url = http://a:5000'], { release: 'newton' });
      expect(older?.hint).to.equal("did you mean 'auth_uri'?");
      const [newer] = remarks(['keystone_authtoken/auth_url = http://a:5000']);
      expect(newer?.hint).to.contain('keystone_authtoken/www_authenticate_uri');
    });
  });

  describe('in the section of a store', () => {
    it('are accepted if a driver reads them', () => {
      const settings = ['fast/rbd_store_pool = images', 'fast/store_description = quick'];
      expect(said(settings, { stores: ['fast'] })).to.deep.equal([]);
      expect(said(settings)).to.deep.equal([]);
      expect(
        said(['os_glance_staging_store/filesystem_store_datadir = /var/lib/glance/staging']),
      ).to.deep.equal([]);
    });

    it('are unknown if no driver reads them', () => {
      expect(remarks(['fast/rbd_store_pol = images'], { stores: ['fast'] })[0]?.hint).to.equal(
        "did you mean 'rbd_store_pool'?",
      );
    });
  });

  it('are accepted if libraries read them in addition to the samples', () => {
    expect(said(['healthcheck/backends = disable_by_file'], { release: 'train' })).to.deep.equal([]);
    expect(said(['oslo_limit/endpoint_id = 1'], { release: 'xena' })).to.deep.equal([]);
    expect(said(['oslo_limit/endpoint_id = 1'], { release: 'wallaby' })).to.have.length(1);
    expect(said(['oslo_middleware/max_request_body_size = 1000'], { release: 'newton' })).to.deep.equal([]);
    const cache = ['DEFAULT/enabled_backends = a:file', 'a/filesystem_store_datadir = /srv'];
    const circumstances = { file: 'glance-cache.conf', stores: ['a'] } as const;
    expect(said([...cache, 'oslo_concurrency/lock_path = /run'], circumstances)).to.deep.equal([]);
  });

  it('are compared with the last sample of a file whose samples have ended', () => {
    const file = 'glance-glare.conf';
    expect(said(['DEFAULT/workers = 2'], { release: 'pike', file })).to.deep.equal([]);
    expect(said(['DEFAULT/wrokers = 2'], { release: 'pike', file })).to.have.length(1);
  });
});
