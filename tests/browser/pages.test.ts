import type { Browser } from 'playwright-core';
import { describeApiPage } from './api-page';
import { launch } from './browser';
import { describePhones } from './phones';
import { describePublicPage } from './public-page';
import { StubService } from './stub-service';
import { describeTelButton } from './tel-button';

// One file, so that one browser is unpacked and started for all pages.
let browser: Browser;
const service = new StubService();

beforeAll(async () => {
  [browser] = await Promise.all([launch(), service.start()]);
}, 60_000);
afterAll(() => Promise.all([browser.close(), service.stop()]));

describeTelButton(() => browser, service);
describePublicPage(() => browser, service);
describeApiPage(() => browser, service);
describePhones(() => browser);
