/** The maximum number of recipients of one value: for each of them, a decryption tries each key. */
export const MAX_RECIPIENTS = 1000;
