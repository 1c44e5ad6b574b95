import '../../../src/assets/tel-button';
import type { PhonesConfig, PhoneUser } from '../config';
import { follow, loadConfig } from './api';
import { h } from './dom';
import { LogView } from './log';
import { PhoneView } from './phone';
import { language, switchLanguage, texts } from './texts';

document.documentElement.lang = language;
document.title = `Tokumei | ${texts.title}`;
loadConfig().then(show, () => document.body.append(h('p', { class: 'banner', role: 'alert' }, texts.broken)));

function show({ functionsUrl, canText, users: [buyer, seller] }: PhonesConfig): void {
  const phones = new Map<string, PhoneView>();
  const phone = (user: PhoneUser, partner: PhoneUser, role: string) => {
    const view = new PhoneView({ user, partner, role, functionsUrl, canText });
    phones.set(user.phone, view);
    return view.element;
  };
  const log = new LogView();
  const banner = h('p', { class: 'banner', role: 'alert', hidden: true }, texts.lost);
  document.body.append(
    header(),
    banner,
    h('main', {}, phone(buyer, seller, texts.buyer), phone(seller, buyer, texts.seller), log.element),
  );
  follow({
    onHandset: (state) => phones.get(state.number)?.update(state),
    onLog: (entry) => log.add(entry),
    onConnection: (isUp) => {
      banner.hidden = isUp;
      if (isUp) log.catchUp();
    },
  });
}

function header(): HTMLElement {
  return h(
    'header',
    { class: 'bar' },
    h('div', {}, h('h1', {}, `Tokumei | ${texts.title}`), h('p', {}, texts.subtitle)),
    h('button', { type: 'button', class: 'plain', onclick: switchLanguage }, texts.language),
  );
}
