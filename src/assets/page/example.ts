import { byId } from './element';

/** Answers like the service without one: the example works on any copy of this page. No subscriber has this number. */
function invented(): string {
  const data = { tel: '+815000000000', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  return `data:application/json,${encodeURIComponent(JSON.stringify({ status: 'success', data }))}`;
}

/** Makes the button of the page an example until it gets a ticket. */
export function showExample(): void {
  const button = byId('example');
  button.setAttribute('endpoint', invented());
  button.setAttribute('ticket', 'example');
  button.addEventListener('click', (event) => {
    const isLink = event.composedPath().some((target) => target instanceof HTMLAnchorElement);
    if (isLink && button.getAttribute('endpoint')?.startsWith('data:')) event.preventDefault();
  });
  byId('ticket-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = byId('ticket');
    if (field instanceof HTMLTextAreaElement) useTicket(field.value.trim());
  });
}

/** From now on the button asks the real service next to this page. */
export function useTicket(ticket: string): void {
  const button = byId('example');
  button.setAttribute('endpoint', new URL('connect', location.href).href);
  button.setAttribute('ticket', ticket);
  for (const hint of document.querySelectorAll<HTMLElement>('[data-example]')) hint.hidden = true;
  button.focus();
}
