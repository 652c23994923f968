import { expect } from 'chai';
import { problem } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { isOutcomeUnknown, markOutcomeUnknown } from '../../src/errors/outcome-unknown.js';
import { ApiError, UnreachableError } from '../../src/resources/openstack/api-error.js';

describe('an error that does not say what became of the request', () => {
  it('is one that was marked so, and what it causes', () => {
    const lost = markOutcomeUnknown(new Error('the connection was lost'));
    expect(isOutcomeUnknown(lost)).to.equal(true);
    expect(isOutcomeUnknown(new Error('the upload was interrupted', { cause: lost }))).to.equal(true);
    expect(isOutcomeUnknown(new Error('it refuses'))).to.equal(false);
    expect(isOutcomeUnknown('it refuses')).to.equal(false);
  });

  it('is one with a diagnostic that says so', () => {
    const failed = (unsettled: boolean) =>
      new GlanceApplyError(
        problem('service.not-running', 'it is still starting', { outcomeUnknown: unsettled }),
      );
    expect(isOutcomeUnknown(failed(true))).to.equal(true);
    expect(isOutcomeUnknown(failed(false))).to.equal(false);
  });

  it('ends where errors cause each other', () => {
    const one = new Error('one');
    one.cause = new Error('other', { cause: one });
    expect(isOutcomeUnknown(one)).to.equal(false);
  });

  it('is one of an API that failed at its work, or was asked and did not answer', () => {
    expect(isOutcomeUnknown(new ApiError('503 Service Unavailable', 503))).to.equal(true);
    expect(isOutcomeUnknown(new ApiError('409 Conflict', 409))).to.equal(false);
    expect(isOutcomeUnknown(new UnreachableError('the response was interrupted', true))).to.equal(true);
    expect(isOutcomeUnknown(new UnreachableError('connection refused', false))).to.equal(false);
  });
});
