import type { Browser } from 'playwright-core';
import { captureConsole } from '../support/console';
import { describeApiPage } from './api-page';
import { launch } from './browser';
import { describeGuidedCall } from './guided-call';
import { Handsets } from './handsets';
import { describePhones } from './phones';
import { describePublicPage } from './public-page';
import { describeSafety } from './safety';
import { describeScreeningChart } from './screening-chart';
import { StubService } from './stub-service';
import { describeTelButton } from './tel-button';

// One file, so that one browser is unpacked and started for all pages, and each switchboard once.
let browser: Browser;
const service = new StubService();
const pausing = { PAUSE_AFTER_VIOLATIONS: '3' };
const proxy = new Handsets({ ...pausing, NOTICE_LANGUAGE: 'en' });
const voice = new Handsets({
  ...pausing,
  SWITCHBOARD: 'voice',
  PROXY_SERVICE_SID: '',
  RECORD_CALLS: 'true',
  VOICEMAIL_SECONDS: '60',
});

// Generous: only a machine that does nothing else starts all of this in a second.
jest.setTimeout(60_000);

beforeAll(async () => {
  captureConsole();
  [browser] = await Promise.all([launch(), service.start(), proxy.start(), voice.start()]);
});
afterAll(() => Promise.all([browser.close(), service.stop(), proxy.stop(), voice.stop()]));

describeTelButton(() => browser, service);
describePublicPage(() => browser, service);
describeApiPage(() => browser, service);
describeScreeningChart(() => browser);
describePhones(() => browser, proxy);
describeGuidedCall(() => browser, voice);
describeSafety(() => browser, proxy, 'en');
describeSafety(() => browser, voice, 'ja');
