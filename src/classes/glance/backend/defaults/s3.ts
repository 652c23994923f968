import { classType } from '../../../../catalog/index.js';
import { s3Options } from '../multistore/s3.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const options = withoutDefaults(s3Options);

/** Common options of all stores in S3. */
export class S3 extends classType('glance::backend::defaults::s3', options, {
  doc: 'Common options of all stores in S3: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
