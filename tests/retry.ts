// Hundreds of tests drive other processes on real clocks; on a busy CI machine one may starve. It gets two more chances, and says so in the log.
if (process.env.CI) jest.retryTimes(2, { logErrorsBeforeRetry: true });
