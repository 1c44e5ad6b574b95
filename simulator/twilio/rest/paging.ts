import type { Cursor, Page } from '../collection';
import { refusal } from '../proxy/errors';
import { TwilioError } from '../twilio-error';
import type { OperationContext } from './operation';

const DEFAULT_PAGE_SIZE = 50;

/** The most records on a page: 100 at Proxy, whatever PageSize says; 1000 elsewhere. */
const LARGEST_PAGE = { proxy: 100, account: 1000, monitor: 1000 };

/** A page of a list as a request asked for it, and the links to itself and its neighbours. */
export interface ListedPage<T> {
  records: T[];
  number: number;
  size: number;
  first: string;
  previous: string | null;
  next: string | null;
  self: string;
}

/**
 * Reads one page. Pages are followed by their links: a Page number without its PageToken is the first page.
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information
 */
export function readPage<T>(
  { query, url }: OperationContext,
  api: keyof typeof LARGEST_PAGE,
  read: (limit: number, cursor: Cursor) => Page<T>,
): ListedPage<T> | TwilioError {
  const size = Math.min(query.integer('PageSize') ?? DEFAULT_PAGE_SIZE, LARGEST_PAGE[api]);
  const token = query.text('PageToken');
  const cursor = token === undefined ? {} : cursorOf(token);
  if (!cursor) return refusal.invalid('PageToken');
  const page = read(size, cursor);
  const number = token === undefined ? 0 : (query.integer('Page') ?? 0);
  const link = (to: number, at?: Cursor) => linkTo(url, size, to, at);
  return {
    records: page.records,
    number,
    size,
    first: link(0),
    previous: page.previous ? link(Math.max(0, number - 1), page.previous) : null,
    next: page.next ? link(number + 1, page.next) : null,
    self: link(number, cursor),
  };
}

/** A list as proxy.twilio.com and the newer APIs show it: the links are in `meta` and absolute. */
export function proxyList<T>(
  context: OperationContext,
  key: string,
  read: (limit: number, cursor: Cursor) => Page<T>,
  render: (record: T) => object,
  api: 'proxy' | 'monitor' = 'proxy',
): object | TwilioError {
  const page = readPage(context, api, read);
  if (page instanceof TwilioError) return page;
  const absolute = (link: string) => `${context.url.origin}${link}`;
  return {
    meta: {
      page: page.number,
      page_size: page.size,
      first_page_url: absolute(page.first),
      previous_page_url: page.previous && absolute(page.previous),
      url: absolute(page.self),
      next_page_url: page.next && absolute(page.next),
      key,
    },
    [key]: page.records.map(render),
  };
}

/** A list as api.twilio.com shows it: the links stand beside the records and are relative. */
export function accountList<T>(
  context: OperationContext,
  key: string,
  read: (limit: number, cursor: Cursor) => Page<T>,
  render: (record: T) => object,
): object | TwilioError {
  const page = readPage(context, 'account', read);
  if (page instanceof TwilioError) return page;
  const start = page.number * page.size;
  return {
    [key]: page.records.map(render),
    first_page_uri: page.first,
    previous_page_uri: page.previous,
    next_page_uri: page.next,
    uri: page.self,
    page: page.number,
    page_size: page.size,
    start,
    end: start + Math.max(0, page.records.length - 1),
  };
}

/** `PA<n>`: the page after record n; `PB<n>`: the one before it. */
function cursorOf(token: string): Cursor | undefined {
  const [, side, digits] = /^P([AB])(\d{1,15})$/.exec(token) ?? [];
  if (!digits) return undefined;
  return side === 'A' ? { after: Number(digits) } : { before: Number(digits) };
}

function tokenOf({ after, before }: Cursor): string | undefined {
  if (after !== undefined) return `PA${after}`;
  return before === undefined ? undefined : `PB${before}`;
}

function linkTo(url: URL, size: number, page: number, cursor: Cursor = {}): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('PageToken');
  query.set('PageSize', String(size));
  query.set('Page', String(page));
  const token = tokenOf(cursor);
  if (token) query.set('PageToken', token);
  return `${url.pathname}?${query}`;
}
