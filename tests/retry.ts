// Hundreds of tests drive other processes on real clocks; on a busy CI machine one may starve. It gets one more chance, and says so in the log.
if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
