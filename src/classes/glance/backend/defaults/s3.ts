import { classType } from '../../../../catalog/index.js';
import { s3Options } from '../multistore/s3.js';
import { declareBackendDefaults, withoutDefaults } from './backend-defaults.js';

const options = withoutDefaults(s3Options);

/** What all stores in S3 have in common. */
export class S3 extends classType('glance::backend::defaults::s3', options, {
  doc: 'What all stores in S3 have in common: [backend_defaults] of glance-api.conf.',
  since: '2025.2',
}) {
  override declare(): void {
    declareBackendDefaults(this, options);
  }
}
