import { randomBytes } from 'node:crypto';
import type { Config } from './config';
import { WebhookReceiver } from './events/webhook-receiver';
import type { BlockStore } from './masking/blocks';
import type { CallControl, TextSender } from './masking/call-log';
import type { DeliveryTools, EventReceiver } from './masking/events';
import type { InterceptTools } from './masking/intercept';
import type { LegControl, WarningSchedule } from './masking/limit-warning';
import type { Overview } from './masking/overview';
import type { PinStore } from './masking/pin';
import type { InteractionStore, SessionStore, Switchboard } from './masking/ports';
import type { ReportId, ReportStore } from './masking/reports';
import type { Router } from './masking/routing';
import type { SessionId } from './masking/session';
import type { TextRejecter } from './masking/text-judge';
import type { ViolationStore } from './masking/violations';
import { QStashSchedule } from './qstash/qstash-schedule';
import type { ScreenOptions } from './safety/screening';
import { RedisBlockStore } from './store/redis-block-store';
import { RedisCallLog } from './store/redis-call-log';
import { RedisInteractionStore } from './store/redis-interaction-store';
import { RedisOutbox } from './store/redis-outbox';
import { RedisOverview } from './store/redis-overview';
import { RedisPool } from './store/redis-pool';
import { RedisReportStore } from './store/redis-report-store';
import { RedisSessionStore } from './store/redis-session-store';
import { RedisViolationStore } from './store/redis-violation-store';
import { ScriptRunner } from './store/script-runner';
import type { NamedKey } from './store/seal';
import type { StoreSettings } from './store/settings';
import { AbsentSwitchboard } from './switchboard/absent-switchboard';
import { participantNumber } from './switchboard/proxy/participant-number';
import { ProxySwitchboard } from './switchboard/proxy/proxy-switchboard';
import type { TwilioSettings } from './switchboard/proxy/rest';
import { TwilioCalls } from './switchboard/voice/twilio-calls';
import { TwilioTexts } from './switchboard/voice/twilio-texts';

/** The platform ends a Function after 10 s; a reservation lasts a little longer, so that its owner is surely gone. */
const RESERVATION_SECONDS = 12;
const ID_BYTES = 12;

export function scriptRunner(config: Config): ScriptRunner {
  return new ScriptRunner({ url: config.UPSTASH_REDIS_REST_URL, token: config.UPSTASH_REDIS_REST_TOKEN });
}

export function sessionStore(config: Config): SessionStore {
  return new RedisSessionStore(scriptRunner(config), storeSettings(config));
}

export function interactionStore(config: Config): InteractionStore & PinStore & Router & TextRejecter {
  return new RedisInteractionStore(scriptRunner(config), storeSettings(config));
}

export function callLog(config: Config): RedisCallLog {
  return new RedisCallLog(scriptRunner(config), storeSettings(config));
}

export function violationStore(config: Config): ViolationStore {
  return new RedisViolationStore(scriptRunner(config), storeSettings(config));
}

export function blockStore(config: Config): BlockStore {
  return new RedisBlockStore(scriptRunner(config), storeSettings(config));
}

export function outbox(config: Config): RedisOutbox {
  return new RedisOutbox(scriptRunner(config), storeSettings(config));
}

/** Undefined where the marketplace wants no events. */
export function eventReceiver({
  EVENTS_URL: url,
  EVENTS_SECRET: secrets,
}: Config): EventReceiver | undefined {
  return url === undefined ? undefined : new WebhookReceiver({ url, secrets });
}

/** What events are delivered with; undefined where the marketplace wants none. */
export function eventTools(config: Config): Pick<DeliveryTools, 'outbox' | 'receiver'> | undefined {
  const receiver = eventReceiver(config);
  return receiver && { outbox: outbox(config), receiver };
}

export function reportStore(config: Config): ReportStore {
  return new RedisReportStore(scriptRunner(config), storeSettings(config));
}

export function overview(config: Config): Overview {
  return new RedisOverview(scriptRunner(config), storeSettings(config));
}

/** 96 random bits. */
export function newReportId(): ReportId {
  return `rp${randomBytes(ID_BYTES).toString('base64url')}` as ReportId;
}

export function pool(config: Config): RedisPool {
  return new RedisPool(scriptRunner(config), storeSettings(config));
}

/** Sessions on Twilio Proxy; those of the `voice` switchboard need nothing but the store. */
export function switchboard(config: Config): Switchboard {
  if (config.PROXY_SERVICE_SID === undefined) return new AbsentSwitchboard();
  return new ProxySwitchboard({
    ...twilioSettings(config),
    serviceSid: config.PROXY_SERVICE_SID,
    sessionMode: config.PROXY_SESSION_MODE,
  });
}

export function callControl(config: Config): CallControl & LegControl {
  return new TwilioCalls(twilioSettings(config));
}

/** Who comes back to a call at `destination` a minute before its end; undefined where calls are not warned. */
export function warningSchedule(config: Config, destination: string): WarningSchedule | undefined {
  const { QSTASH_URL: url, QSTASH_TOKEN: token } = config;
  return token === undefined ? undefined : new QStashSchedule({ url, token, destination });
}

export function textSender(config: Config): TextSender {
  return new TwilioTexts(twilioSettings(config));
}

function twilioSettings(config: Config): TwilioSettings {
  return {
    accountSid: config.ACCOUNT_SID,
    authToken: config.AUTH_TOKEN,
    ...(config.TWILIO_API_BASE_URL === undefined ? {} : { apiBaseUrl: config.TWILIO_API_BASE_URL }),
  };
}

export function screenOptions(config: Config): ScreenOptions {
  const { SCREENING_POLICY, SCREENING_WORDS, SCREENING_ALLOW } = config;
  return { policy: SCREENING_POLICY, deny: SCREENING_WORDS, allow: SCREENING_ALLOW };
}

/** Asks Twilio Proxy for the number of a call's or text's sender. */
export function senderNumber(config: Config): InterceptTools['identify'] {
  return async ({ sid, senderSid }, deadline) => {
    const { PROXY_SERVICE_SID: serviceSid } = config;
    if (serviceSid === undefined || senderSid === undefined) return undefined;
    const settings = { ...twilioSettings(config), serviceSid };
    return participantNumber(settings, { sid, participantSid: senderSid }, deadline);
  };
}

/** 96 random bits; the letters in front tell an operator whose session this is in Twilio's console. */
export function newSessionId(): SessionId {
  return `tk${randomBytes(ID_BYTES).toString('base64url')}` as SessionId;
}

export function storeSettings(config: Config): StoreSettings {
  return {
    prefix: config.KEY_PREFIX,
    switchboard: config.SWITCHBOARD,
    lookupKey: config.LOOKUP_KEY,
    dataKey: config.DATA_KEYS[0] as NamedKey,
    openingKeys: config.DATA_KEYS,
    defaultCountry: config.DEFAULT_COUNTRY,
    sessionTtlSeconds: config.SESSION_TTL_SECONDS,
    reservationSeconds: RESERVATION_SECONDS,
    maxSessionsPerUser: config.MAX_SESSIONS_PER_USER,
    coolOffSeconds: config.COOL_OFF_SECONDS,
    callLogDays: config.CALL_LOG_DAYS,
    reportDays: config.REPORT_DAYS,
    announcesEvents: config.EVENTS_URL !== undefined,
    pinTriesPerHour: {
      caller: config.PIN_ATTEMPTS_PER_CALLER_PER_HOUR,
      number: config.PIN_ATTEMPTS_PER_NUMBER_PER_HOUR,
    },
    quotas: {
      user: { perHour: config.USER_CONNECTS_PER_HOUR, perDay: config.USER_CONNECTS_PER_DAY },
      pair: { perHour: config.PAIR_CONNECTS_PER_HOUR, perDay: config.PAIR_CONNECTS_PER_DAY },
      serviceDaily: config.SERVICE_CONNECTS_PER_DAY,
      interactionsPerHour: config.INTERACTIONS_PER_HOUR,
    },
    pauses: {
      afterViolations: config.PAUSE_AFTER_VIOLATIONS,
      windowSeconds: config.PAUSE_WINDOW_MINUTES * 60,
      pauseSeconds: config.PAUSE_MINUTES * 60,
    },
  };
}
