// Loaded into the child before twilio-run: however the parent ends, even by SIGKILL, nothing is left behind.
process.on('disconnect', () => process.exit());
