import { matching } from '../../catalog/index.js';

/** A name that useradd and groupadd may take, as far as the form of the account files is concerned. */
export const accountName = matching(
  /^[^:,\s/-][^:,\s/]*$/,
  "an account name, without blanks, ':', ',' and '/'",
);
