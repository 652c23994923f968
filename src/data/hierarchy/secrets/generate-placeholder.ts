/** Stands where a random secret of so many characters is to be: `GENERATE[32]`. */
export const generatePlaceholder = /^GENERATE\[(\d+)\]$/;
