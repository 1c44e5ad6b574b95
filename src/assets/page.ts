import { showExample, useTicket } from './page/example';
import { followLanguage } from './page/language';
import { showSnippet } from './page/snippet';

followLanguage();
showExample();
showSnippet();

// The part of a URL behind # is never sent to a server, so a link may carry a ticket there.
const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
if (ticket) useTicket(ticket);
