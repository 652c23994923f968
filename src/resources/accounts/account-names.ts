import { matching } from '../../catalog/index.js';

/** The name of a group: a name of only digits would be interpreted as an ID. */
export const groupName = matching(
  /^(?!\d+$)[^:,\s/-][^:,\s/]*$/,
  "the name of a group, not a number, without blanks, ':', ',' and '/'",
);

/** A name that the format of the account files allows. */
export const accountName = matching(
  /^[^:,\s/-][^:,\s/]*$/,
  "an account name, without blanks, ':', ',' and '/'",
);
