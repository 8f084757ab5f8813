// Loaded into each app by the runner. The channel to the runner closes when the runner is gone, also after a SIGKILL,
// which it could not have answered; the app then ends as if asked to.
const DRAIN_MS = 4000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening for it would keep a process alive that has nothing else to do.
process.channel?.unref();
