const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Calls a listener for each uncaught error: one thrown in a timer of the manifest, or the rejection of a promise that is
 * not awaited.
 * @returns a function that removes the listener.
 */
export function onUncaughtError(listener: (error: unknown) => void): () => void {
  const handle = (error: unknown) => listener(error);
  for (const event of events) process.on(event, handle);
  return () => {
    for (const event of events) process.off(event, handle);
  };
}
