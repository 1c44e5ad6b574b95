import type { Handlers } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf, withSession } from '../results';
import { renderInteraction } from './render';

/** https://www.twilio.com/docs/proxy/api/interaction */
export const interactionOperations: Handlers = {
  ListInteraction: (context) =>
    withSession(context, (session) =>
      proxyList(
        context,
        'interactions',
        (limit, cursor) => context.state.proxy.interactions.page(session, limit, cursor),
        (interaction) => renderInteraction(context.state, interaction),
      ),
    ),
  FetchInteraction: (context) =>
    withSession(context, (session) =>
      map(context.state.proxy.interactions.get(session, pathOf(context, 'Sid')), (interaction) =>
        renderInteraction(context.state, interaction),
      ),
    ),
  DeleteInteraction: (context) =>
    withSession(context, (session) =>
      map(context.state.proxy.interactions.get(session, pathOf(context, 'Sid')), (interaction) => {
        context.state.proxy.interactions.delete(interaction);
        return undefined;
      }),
    ),
};
