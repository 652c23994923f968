const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Hears of errors that nothing catches: what a timer of the manifest throws, a promise that is rejected and that nobody
 * awaits.
 * @returns a function that stops hearing.
 */
export function onUncaughtError(hear: (error: unknown) => void): () => void {
  const heard = (error: unknown) => hear(error);
  for (const event of events) process.on(event, heard);
  return () => {
    for (const event of events) process.off(event, heard);
  };
}
