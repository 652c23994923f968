import { matching } from '../../catalog/index.js';

/** A group that is told by its name: one of digits alone would be taken for a number. */
export const groupName = matching(
  /^(?!\d+$)[^:,\s/-][^:,\s/]*$/,
  "the name of a group, which is no number and has no blanks, ':', ',' and '/'",
);

/** A name that useradd and groupadd may take, as far as the form of the account files is concerned. */
export const accountName = matching(
  /^[^:,\s/-][^:,\s/]*$/,
  "an account name, without blanks, ':', ',' and '/'",
);
