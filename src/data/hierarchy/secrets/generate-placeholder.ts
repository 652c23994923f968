/** Placeholder for a random secret of this many characters: `GENERATE[32]`. */
export const generatePlaceholder = /^GENERATE\[(\d+)\]$/;
